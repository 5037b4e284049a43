import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePublication } from '../../../content/testing/sample-publication.ts';
import { anArticle } from '../../../content/testing/make-documents.ts';
import { compareFolders } from '../testing/compare-folders.ts';
import { startSite, type StartedSite } from '../testing/start-site.ts';

let site: StartedSite;
let there = '';
beforeAll(async () => {
  there = mkdtempSync(join(tmpdir(), 'target-'));
  site = await startSite(samplePublication(30), { environment: { SITE_TARGET: `file:${there}` } });
});
afterAll(async () => {
  await site.stop();
  rmSync(there, { recursive: true, force: true });
});

const settle = () =>
  site.publisher.until(async () => {
    const { state, searchPending, pending, target } = await site.publisher.status();
    return state === 'idle' && !searchPending && pending === 0 && target?.pending === 0;
  });
const differences = () => compareFolders(there, site.publicDir, /\.br$|^\.written|^mine\.txt$/);

test('the target is the public folder, through releases, removals and kills', async () => {
  await site.converge();
  await settle();
  expect(differences()).toEqual([]);
  writeFileSync(join(there, 'mine.txt'), "the operator's own");

  const article = anArticle({ id: 'ny', slug: 'ny-sak', title: 'En ny sak' });
  site.cms.put({ type: 'article', document: article });
  await site.publisher.ping();
  await new Promise((resolve) => setTimeout(resolve, 150));
  await site.publisher.kill();
  await site.publisher.start();
  await site.converge();
  await settle();
  expect(differences()).toEqual([]);

  site.cms.remove('article', 'ny', '/saker/ny-sak/');
  await site.converge();
  await settle();
  expect(differences()).toEqual([]);
});
