import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Rendered } from '../../../content/wire/receipt.ts';
import { startScratchCms, type ScratchCms } from '../../testing/start-scratch-cms.ts';
import { startStubSite, type StubSite } from '../../testing/start-stub-site.ts';
import { loadPublished } from '../../mapping/load-article.ts';
import { isReadyToMail } from '../../newsletter/mailings/is-ready-to-mail.ts';
import { knownSites, readReported } from '../known-sites.ts';
import { pingPublisher } from '../ask-publisher.ts';
import { reconcileReleases } from '../reconcile-releases.ts';
import { findExpectedReleases } from './expected-release.ts';
import { findReceipts } from './store-receipt.ts';

/** One front door, two machines behind it. */
let cms: ScratchCms;
let sites: StubSite[] = [];
beforeAll(async () => {
  cms = await startScratchCms();
});
afterAll(() => cms.stop());
beforeEach(async () => {
  sites = [await startStubSite(), await startStubSite(), await startStubSite()];
  const [front, ...behind] = sites.map(({ url }) => url);
  vi.stubEnv('SITE_URL', front ?? '');
  vi.stubEnv('SITE_INTERNAL_URL', behind.join());
});
afterEach(async () => {
  await Promise.all(sites.map((site) => site.stop()));
});

/** An article that is live at the front door and on the first machine. */
async function almostOut() {
  const { id } = await cms.anArticle();
  const [expected] = await findExpectedReleases(cms.payload, [id]);
  if (expected === undefined) throw new Error('never published');
  const canonical = `${sites[0]?.url ?? ''}${expected.path}`;
  const show = (site: StubSite | undefined, revision = expected.revision) =>
    site?.pages.set(expected.path, { revision, canonical });
  const told = (at: string): Rendered => ({
    ...{ id, revision: expected.revision, pulledAt: at, renderedAt: at },
    ...{ listsAt: at, feedsAt: at, searchAt: null },
  });
  show(sites[0]);
  show(sites[1]);
  const look = async (seconds: number) => {
    await reconcileReleases(cms.payload, new Date(Date.now() + seconds * 1000));
    return (await findReceipts(cms.payload, [id])).get(id);
  };
  await look(0);
  return { id, expected, show, told, look };
}

test('live means live on every machine, and its lists are out when the last has them', async () => {
  const { show, told, look } = await almostOut();
  const [early, late] = ['2026-11-30T08:00:00.000Z', '2026-11-30T08:00:09.000Z'];
  const [, one, other] = sites;
  if (one) one.receipts = [told(early)];
  expect((await look(2))?.verifiedAt).toBeUndefined();
  show(other, 'older');
  expect((await look(5))?.verifiedAt).toBeUndefined();
  show(other);
  const seen = await look(10);
  expect(seen?.verifiedAt).toEqual(expect.any(String));
  expect(seen?.listsAt ?? null).toBeNull();
  if (other) other.receipts = [told(late)];
  expect(await look(60)).toMatchObject({ listsAt: late, feedsAt: late });
});

test('a machine that no reader is sent to is left out', async () => {
  const { look } = await almostOut();
  const [, , other] = sites;
  if (other) other.isReady = false;
  expect((await look(2))?.verifiedAt).toEqual(expect.any(String));
});

test('so is one that is gone', async () => {
  const { look } = await almostOut();
  await sites[2]?.stop();
  expect((await look(2))?.verifiedAt).toEqual(expect.any(String));
  sites.pop();
});

test('nor does a mail leave before it is live on every machine, and in the bucket', async () => {
  const { id, show, expected } = await almostOut();
  const loaded = await loadPublished(cms.payload, id);
  const isReady = () => isReadyToMail(loaded?.article ?? { slug: '', revision: '' });
  expect(await isReady()).toMatchObject({ ok: false });
  show(sites[2]);
  const bucket = await startStubSite();
  sites.push(bucket);
  // A stub takes the front door for itself.
  vi.stubEnv('SITE_URL', sites[0]?.url ?? '');
  vi.stubEnv('SITE_ORIGINS', bucket.url);
  bucket.pages.set(expected.path, { revision: 'older', canonical: '' });
  expect(await isReady()).toMatchObject({ ok: false, reason: expect.stringContaining('eldre') });
  bucket.isReady = false;
  // What is left is the page behind the link to leave, which nobody serves here.
  expect(await isReady()).toMatchObject({ reason: expect.stringContaining('avmelding') });
  bucket.isReady = true;
  show(bucket);
  expect(await isReady()).toMatchObject({ reason: expect.stringContaining('avmelding') });
  vi.stubEnv('SITE_ORIGINS', '');
});

test('a site that reports in is one of them, until it has been silent for a minute', async () => {
  vi.stubEnv('SITE_INTERNAL_URL', '');
  vi.stubEnv('PUBLISHER_URL', '');
  const [, one, other] = sites.map(({ url }) => url);
  expect(knownSites()).toEqual(['http://127.0.0.1:4321']);
  const ask = (from: string | undefined) =>
    cms.ask('publisher', 'POST', '/publish/changes', { cursor: null, from });
  expect((await ask(`${one ?? ''}/`)).status).toBe(200);
  expect((await ask('javascript:alert(1)')).status).toBe(400);
  expect(knownSites()).toEqual([one]);
  // Heard by another process.
  await cms.payload.kv.set(`site:${other ?? ''}`, { at: new Date().toISOString() });
  await readReported(cms.payload);
  expect(knownSites()).toEqual([one, other]);
  await pingPublisher(['article'], cms.payload.logger);
  expect(sites.map(({ pings }) => pings.length > 0)).toEqual([false, true, true]);
  const later = Date.now() + 61_000;
  expect(knownSites(later)).toEqual(['http://127.0.0.1:4321']);
  await readReported(cms.payload, later);
  expect((await cms.payload.kv.keys()).filter((key) => key.startsWith('site:'))).toEqual([]);
});

test('every machine hears that something changed', async () => {
  await pingPublisher(['article'], cms.payload.logger);
  expect(sites.map(({ pings }) => pings.length)).toEqual([0, 1, 1]);
});
