import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFile, anArticle, aPublication } from '../../../content/testing/make-documents.ts';
import { buildStale } from '../../../scripts/instance/build-stale.ts';
import { renderClean } from '../testing/render-clean.ts';
import { StubCms } from '../testing/stub-cms.ts';

test('a sound that an article shows outlives the pass that puts everything in place', async () => {
  await buildStale(() => undefined, 'site');
  const dataDir = mkdtempSync(join(tmpdir(), 'files-'));
  const file = aFile();
  const body = [
    { type: 'sound', file: file.id, title: file.title, transcript: file.transcript } as const,
  ];
  const cms = new StubCms([
    { type: 'publication', document: aPublication() },
    { type: 'file', document: file },
    { type: 'article', document: anArticle({ slug: 'lyd', body }) },
  ]);
  const site = await renderClean({ cms, dataDir });
  const sound = `filer/${file.files[0]?.name}`;
  expect(site.folder.read('saker/lyd/index.html').toString()).toContain(`/${sound}`);
  expect(site.folder.read(sound).toString()).not.toBe('');
  await site.renderer.publishAll({ isFresh: false, interrupt: () => Promise.resolve() });
  expect(site.folder.read(sound).toString()).not.toBe('');
  site.published.close();
  rmSync(dataDir, { recursive: true });
}, 300_000);
