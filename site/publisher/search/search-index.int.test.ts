import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { samplePublication } from '../../../content/testing/sample-publication.ts';
import { buildStale } from '../../../scripts/instance/build-stale.ts';
import { renderClean } from '../testing/render-clean.ts';
import { StubCms } from '../testing/stub-cms.ts';

beforeAll(() => buildStale(() => undefined, 'site'), 300_000);

test('what changes while the index is made is in it when the making ends', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'search-'));
  const cms = new StubCms(samplePublication(12));
  const site = await renderClean({ cms, dataDir });
  site.search.touchAll();
  const built = site.search.build();
  const [article] = cms.all('article');
  if (article === undefined) throw new Error('the sample has no article');
  cms.put({ type: 'article', document: { ...article, title: 'Mens det bygges', revision: 'ny' } });
  const { changes, cursor } = cms.everything();
  site.search.touch(site.published.apply(changes, cursor));
  await Promise.all([built, site.search.build()]);
  expect(site.search.isStale).toBe(false);
  site.published.close();
  rmSync(dataDir, { recursive: true });
});

test('a part of a bundle that somebody took away is made again after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'search-'));
  const site = await renderClean({ cms: new StubCms(samplePublication(3)), dataDir, search: true });
  site.search.touchDifferences();
  expect(site.search.isStale).toBe(false);
  const names = site.folder.names('pagefind');
  const part = names.find((name) => name.endsWith('.pf_fragment')) ?? '';
  site.folder.remove(part);
  site.search.touchDifferences();
  await site.search.build();
  expect(site.folder.names('pagefind').toSorted()).toEqual(names.toSorted());
  site.published.close();
  rmSync(dataDir, { recursive: true });
});

test('when a year cannot be made, the one before it is in its place, and nobody is at work', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'search-'));
  const cms = new StubCms(samplePublication(4));
  const [article] = cms.all('article');
  if (article === undefined) throw new Error('the sample has no article');
  cms.put({ type: 'article', document: { ...article, publishedAt: '2011-03-01T08:00:00.000Z' } });
  const site = await renderClean({ cms, dataDir });
  const years = () =>
    z
      .array(z.tuple([z.number()]).rest(z.unknown()))
      .parse(JSON.parse(site.folder.read('pagefind/years.json').toString()))
      .map(([year]) => year);
  const read = site.published.article.bind(site.published);
  const broken = vi.spyOn(site.published, 'article').mockImplementation((id) => {
    if (id === article.id) throw new Error('cannot be read');
    return read(id);
  });
  site.search.touchAll();
  await expect(site.search.build()).rejects.toThrow('search index of year:2011 failed');
  const others = years();
  expect(others.length).toBeGreaterThan(0);
  broken.mockRestore();
  await site.search.build();
  expect(years()).toEqual([...others, 2011]);
  site.published.close();
  rmSync(dataDir, { recursive: true });
});
