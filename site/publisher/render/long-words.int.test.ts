import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anArticle, aPublication } from '../../../content/testing/make-documents.ts';
import { buildStale } from '../../../scripts/instance/build-stale.ts';
import { renderClean } from '../testing/render-clean.ts';
import { StubCms } from '../testing/stub-cms.ts';

const word = 'Kundeservicemedarbeiderkompetanseutviklingsprogrammet';

test('a word that is longer than its line breaks at its joints wherever it stands large', async () => {
  await buildStale(() => undefined, 'site');
  const dataDir = mkdtempSync(join(tmpdir(), 'long-words-'));
  const article = anArticle({ slug: 'ord', title: word, lead: word, tags: [word] });
  const cms = new StubCms([
    { type: 'publication', document: aPublication() },
    { type: 'article', document: article },
  ]);
  const site = await renderClean({ cms, dataDir });
  const unbroken = ['saker/ord', 'saker', 'saker/bokstav/k', `stikkord/${word.toLowerCase()}`]
    .map((page) => `${page}/index.html`)
    .filter((file) => {
      const [, body = ''] = site.folder.read(file).toString().split('<body');
      const shown = body.replace(/<script.*?<\/script>/gs, '');
      return (
        !shown.includes('kompetanse<span class="shy">') ||
        /<(h1|p|a)[^>]*>\s*Kundeservicemed\p{L}{30}/u.test(shown)
      );
    });
  expect(unbroken).toEqual([]);
  site.published.close();
  rmSync(dataDir, { recursive: true });
}, 300_000);
