import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Block } from '../../../content/model/blocks/blocks.ts';
import { aFile, anArticle, aPublication } from '../../../content/testing/make-documents.ts';
import { buildStale } from '../../../scripts/instance/build-stale.ts';
import { renderClean } from '../testing/render-clean.ts';
import { StubCms } from '../testing/stub-cms.ts';

test('a sound, a film and its captions that an article shows outlive the pass that puts everything in place', async () => {
  await buildStale(() => undefined, 'site');
  const dataDir = mkdtempSync(join(tmpdir(), 'files-'));
  const file = aFile();
  const film = aFile({ id: 'file-2', kind: 'film', files: [{ name: 'film-0123abcd.mp4' }] });
  const lines = aFile({ id: 'file-3', kind: 'captions', files: [{ name: 'film-0123abcd.vtt' }] });
  const body: Block[] = [
    {
      type: 'sound',
      file: file.id,
      title: file.title,
      chapters: [{ at: 65, title: 'Køen' }],
    },
    { type: 'film', file: film.id, captions: lines.id },
  ];
  const cms = new StubCms([
    { type: 'publication', document: aPublication() },
    ...[file, film, lines].map((document) => ({ type: 'file', document }) as const),
    { type: 'article', document: anArticle({ slug: 'lyd', body }) },
  ]);
  const site = await renderClean({ cms, dataDir });
  const shown = [file, film, lines].map(({ files: [{ name }] }) => `filer/${name}`);
  const page = site.folder.read('saker/lyd/index.html').toString();
  const areThere = () => shown.every((each) => site.folder.read(each).length > 0);
  expect(shown.filter((each) => !page.includes(`src="/${each}"`))).toEqual([]);
  expect(page).toMatch(
    /<track kind="captions" srclang="nb" label="Norsk" src="[^"]+\.vtt" default/,
  );
  expect(areThere()).toBe(true);
  expect(page).toMatch(/<a href="\/filer\/[^"]+\.mp3#t=65" data-at="65"[^>]*>\s*1:05\s*<\/a>/);
  const feed = site.folder.read('rss.xml').toString();
  expect(feed).toContain('<psc:chapter start="00:01:05" title="Køen"/>');
  expect(feed).toMatch(/li(>|&gt;)1:05 Køen/);
  await site.renderer.publishAll({ isFresh: false, interrupt: () => Promise.resolve() });
  expect(areThere()).toBe(true);
  site.published.close();
  rmSync(dataDir, { recursive: true });
}, 300_000);
