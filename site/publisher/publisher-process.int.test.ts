import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { articlePath } from '../../content/model/urls.ts';
import { anArticle } from '../../content/testing/make-documents.ts';
import { samplePublication } from '../../content/testing/sample-publication.ts';
import { buildStale } from '../../scripts/instance/build-stale.ts';
import { compareFolders } from './testing/compare-folders.ts';
import { anEdit, perform } from './testing/edit-publication.ts';
import { renderClean } from './testing/render-clean.ts';
import { startSite, type StartedSite } from './testing/start-site.ts';

/** More sequences for a longer look: `KILL_RUNS=30 vitest run …`. */
const runs = Number(process.env['KILL_RUNS'] ?? 2);

const running: StartedSite[] = [];
async function start(...parameters: Parameters<typeof startSite>): Promise<StartedSite> {
  const site = await startSite(...parameters);
  running.push(site);
  return site;
}

beforeAll(() => buildStale(() => undefined, 'site'), 300_000);
afterEach(async () => {
  for (const site of running.splice(0)) await site.stop();
});

test('a publisher that is killed at any moment ends up with what a clean rendering gives', async () => {
  const killings = fc.array(
    fc.record({ edits: fc.array(anEdit, { maxLength: 4 }), after: fc.nat(900) }),
    { minLength: 3, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(killings, async (sequence) => {
      const site = await start(samplePublication(40, { pictures: 0.1 }), { limit: 7 });
      for (const { edits, after } of sequence) {
        for (const edit of edits) perform(site.cms, edit);
        await site.publisher.ping();
        await delay(after); // a moment to be killed in, not a wait
        await site.publisher.kill();
        await site.publisher.start();
      }
      await site.converge();
      const differences = await differencesFromClean(site);
      expect(differences, differences.join('\n')).toEqual([]);
      await site.stop();
    }),
    { numRuns: runs, endOnFailure: true, includeErrorInReport: true },
  );
}, 600_000);

test('a search index that was not made before the publisher died is made afterwards', async () => {
  const site = await start(samplePublication(6));
  await site.converge();
  const article = anArticle({
    id: 'fersk',
    slug: 'fersk',
    publishedAt: '2026-11-21T06:00:00.000Z',
  });
  site.cms.put({ type: 'article', document: article });
  await site.publisher.ping();
  await site.publisher.until(() => existsSync(join(site.publicDir, 'saker/fersk/index.html')));
  await site.publisher.kill();
  await site.publisher.start();
  await site.converge();
  expect(await differencesFromClean(site)).toEqual([]);
});

test('what moved while the publisher was down leaves no file at the old address', async () => {
  const site = await start(samplePublication(6));
  await site.converge();
  await site.publisher.kill();
  const renames = ['renameAuthor', 'renameCategory', 'renameSeries'] as const;
  for (const name of renames) perform(site.cms, { name, a: 0, b: 1 });
  await site.publisher.start();
  await site.converge();
  expect(await differencesFromClean(site)).toEqual([]);
});

test('a lost copy and a CMS that is off leave the readers what they had', async () => {
  const site = await start(samplePublication(6));
  await site.converge();
  await site.publisher.kill();
  rmSync(join(site.dataDir, 'site'), { recursive: true });
  site.cms.isOff = true;
  await site.publisher.start();
  await site.publisher.until(async () => (await site.publisher.status()).lastError !== null);
  await delay(1_500); // nothing is to happen: there is no state to wait for
  expect(existsSync(join(site.publicDir, 'saker/derfor-ringer-kundene-sak-3/index.html'))).toBe(
    true,
  );
  site.cms.isOff = false;
  await site.converge();
  expect(await differencesFromClean(site)).toEqual([]);
});

test('a picture that cannot be fetched does not hold up its article, and comes when it can', async () => {
  const site = await start(samplePublication(4, { pictures: 1 }));
  await site.converge();
  const picture = join(site.publicDir, 'bilder/hero-3.jpg');
  expect(existsSync(picture)).toBe(true);
  site.cms.picturesAreOff = true;
  const [media] = site.cms.all('media');
  const files = (media?.files ?? []).map((file) => ({ ...file, name: `ny-${file.name}` }));
  if (media) site.cms.put({ type: 'media', document: { ...media, alt: 'Ny tekst', files } });
  await site.publisher.ping();
  await site.publisher.until(async () => (await site.publisher.status()).pending > 0);
  site.cms.picturesAreOff = false;
  await site.converge();
  expect(await differencesFromClean(site)).toEqual([]);
});

test('a picture that was removed from everything is gone from pages, shares, files and the cache', async () => {
  const site = await start(samplePublication(4, { pictures: 1 }));
  await site.converge();
  const article = site.cms.all('article').find(({ hero }) => hero !== null);
  const media = site.cms.all('media').find(({ id }) => id === article?.hero);
  const names = (media?.files ?? []).map(({ name }) => name);
  const page = join(site.publicDir, articlePath(article?.slug ?? ''), 'index.html');
  const left = () =>
    names.filter((name) =>
      [join(site.publicDir, 'bilder'), join(site.dataDir, 'site/media')].some((folder) =>
        existsSync(join(folder, name)),
      ),
    );
  expect([left().length, readFileSync(page, 'utf8')]).toEqual([
    names.length,
    expect.stringContaining(names[0] ?? ''),
  ]);
  if (article) {
    const changed = { ...article, hero: null, revision: 'uten' };
    site.cms.put({ type: 'article', document: changed });
    site.cms.remove('media', article.hero ?? '', null);
  }
  await site.converge();
  expect(left()).toEqual([]);
  const html = readFileSync(page, 'utf8');
  expect(names.filter((name) => html.includes(name))).toEqual([]);
  expect(html).toMatch(/og:image" content="[^"]*\/deling\//);
  expect(await differencesFromClean(site)).toEqual([]);
});

/** Where the public folder differs from a clean rendering of what the CMS has. */
async function differencesFromClean({ cms, server, publisher, publicDir }: StartedSite) {
  const dataDir = mkdtempSync(join(tmpdir(), 'clean-'));
  const { siteUrl } = publisher;
  const clean = await renderClean({ cms, siteUrl, cmsUrl: server.url, search: true, dataDir });
  const differences = compareFolders(publicDir, clean.folder.root);
  clean.published.close();
  rmSync(dataDir, { recursive: true });
  return differences.filter((line) => !isKept.test(line));
}

/** A part of the search index that a page may still have open: search-swap.int.test.ts sees it go. */
const isKept = /^pagefind[/\\]\d+[/\\].* should not be there$/;
