import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { samplePublication } from '../../../content/testing/sample-publication.ts';
import { buildStale } from '../../../scripts/instance/build-stale.ts';
import { entryFile, namedByEntry, namedByMeta } from './named-by-entry.ts';
import { startSite, type StartedSite } from '../testing/start-site.ts';
import { PublicFolder } from '../render/public-folder.ts';

/** The search index as a reader sees it, over HTTP, while the publisher in its own process replaces it. */

const bundle = 'pagefind/2026';
let site: StartedSite;

beforeAll(() => buildStale(() => undefined, 'site'), 300_000);
beforeEach(async () => {
  site = await startSite(samplePublication(12, { words: 40 }));
  await site.converge();
});
afterEach(() => site.stop());

test('whoever has read an entry finds every file that it names, though it is replaced again and again', async () => {
  let isOver = false;
  const readers = [0, 80, 400].map(async (pause) => {
    const missing: string[] = [];
    while (!isOver) missing.push(...(await readBundle(() => delay(pause))));
    return missing;
  });
  const missing: string[] = [];
  for (let round = 1; round <= 5; round += 1)
    missing.push(...(await readBundle(() => publishNewTitle(`Runde ${round}`))));
  isOver = true;
  missing.push(...(await Promise.all(readers)).flat());
  expect([...new Set(missing)]).toEqual([]);
}, 120_000);

test('files that nothing names are removed after a while, also by a process that did not replace them', async () => {
  const folder = new PublicFolder(site.publicDir);
  const before = folder.names(bundle);
  await publishNewTitle('En annen tittel');
  const named = await readNames();
  const old = folder.names(bundle).filter((name) => !named.has(name));
  expect(old.length).toBeGreaterThan(0);
  expect(before).toEqual(expect.arrayContaining(old));

  await site.publisher.kill();
  const anHourAgo = new Date(Date.now() - 3_600_000);
  const [kept = '', ...aged] = old;
  for (const name of aged) utimesSync(join(site.publicDir, name), anHourAgo, anHourAgo);
  const { mtimeMs } = statSync(join(site.publicDir, kept));
  await site.publisher.start();
  await site.converge();
  const isPruned = () => folder.names(bundle).length === named.size + 1;
  await site.publisher.until(isPruned);
  expect(new Set(folder.names(bundle))).toEqual(new Set([...named, kept]));
  expect(statSync(join(site.publicDir, kept)).mtimeMs).toBe(mtimeMs);
});

async function publishNewTitle(title: string): Promise<void> {
  const [article] = site.cms.all('article');
  if (article === undefined) throw new Error('the sample has no article');
  const document = { ...article, title, revision: `r${site.cms.time}` };
  site.cms.put({ type: 'article', document });
  await site.converge();
}

/** Reads the entry, waits, and asks for every file that it names. Addresses that did not answer. */
async function readBundle(wait: () => Promise<void>): Promise<string[]> {
  const entry = await get(entryFile);
  await wait();
  const missing: string[] = [];
  const fetchNamed = async (name: string) => {
    const response = await get(name);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!response.ok) missing.push(`${response.status} ${name}`);
    return response.ok ? bytes : undefined;
  };
  if (!entry.ok) return [`${entry.status} ${entryFile}`];
  const { metas, others } = namedByEntry(await entry.text());
  for (const name of others) await fetchNamed(name);
  for (const name of metas) {
    const meta = await fetchNamed(name);
    for (const part of meta === undefined ? [] : namedByMeta(meta)) await fetchNamed(part);
  }
  return missing;
}

/** Files that the entry names, from the root of the public folder. */
async function readNames(): Promise<Set<string>> {
  const { metas, others } = namedByEntry(await (await get(entryFile)).text());
  const names = [entryFile, 'pagefind.js', ...metas, ...others];
  for (const meta of metas)
    names.push(...namedByMeta(new Uint8Array(await (await get(meta)).arrayBuffer())));
  return new Set(names.map((name) => join(bundle, name)));
}

const get = (name: string) => fetch(`${site.publisher.siteUrl}/${bundle}/${name}`);
