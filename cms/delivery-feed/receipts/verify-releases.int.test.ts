import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { findExpectedReleases } from './expected-release.ts';
import { receiptViewSchema } from './receipt-view.ts';
import { reconcileReleases } from '../reconcile-releases.ts';
import type { Rendered } from '../../../content/wire/receipt.ts';
import { findReceipts } from './store-receipt.ts';
import { startStubSite, type StubSite } from '../../testing/start-stub-site.ts';
import { startScratchCms, type ScratchCms } from '../../testing/start-scratch-cms.ts';
import { verifyLive, verifyRemoved } from '../verify-live.ts';

let cms: ScratchCms;
let site: StubSite;
beforeAll(async () => {
  cms = await startScratchCms();
});
afterAll(() => cms.stop());
beforeEach(async () => {
  site = await startStubSite();
});
afterEach(() => site.stop());

/** A published article, and what the publisher says when it has written it. */
async function aPublication() {
  const { id } = await cms.anArticle();
  return { id, ...(await expectedOf(id)) };
}

async function expectedOf(id: string) {
  const [expected] = await findExpectedReleases(cms.payload, [id]);
  if (expected === undefined) throw new Error('never published');
  return { expected, rendered: renderedOf(expected) };
}

function renderedOf({ id, revision }: { id: string; revision: string }): Rendered {
  const at = new Date().toISOString();
  return { id, revision, pulledAt: at, renderedAt: at, listsAt: at, feedsAt: at, searchAt: null };
}

/** What was posted, by path. */
async function listenForAnnouncements() {
  const bodies = new Map<string, string[]>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hub');
    bodies.set(pathname, [...(bodies.get(pathname) ?? []), await text(request)]);
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, bodies, stop };
}

const tell = async (...receipts: Rendered[]) => {
  const { status, body } = await cms.ask('publisher', 'POST', '/publish/rendered', { receipts });
  expect(status).toBe(200);
  return body;
};
const receiptOf = async (id: string) => (await findReceipts(cms.payload, [id])).get(id);
const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

test('what is out is announced once, when its feeds are out too', async () => {
  const announcements = await listenForAnnouncements();
  vi.stubEnv('WEBSUB_HUB', `${announcements.url}/hub`);
  vi.stubEnv('INDEXNOW_KEY', 'en-noekkel');
  vi.stubEnv('INDEXNOW_URL', `${announcements.url}/indexnow`);
  try {
    const { expected, rendered } = await aPublication();
    site.pages.set(expected.path, { revision: expected.revision });
    await tell({ ...rendered, feedsAt: null });
    await tell(rendered);
    await tell({ ...rendered, searchAt: rendered.feedsAt });
    await expect.poll(() => announcements.bodies.size).toBe(2);
    const feeds = new URLSearchParams(announcements.bodies.get('/hub')?.join()).getAll('hub.url');
    expect(feeds).toEqual(['/rss.xml', '/atom.xml', '/feed.json'].map((path) => site.url + path));
    expect(announcements.bodies.get('/indexnow')?.map((body) => JSON.parse(body))).toEqual([
      {
        host: new URL(site.url).host,
        key: 'en-noekkel',
        keyLocation: `${site.url}/indexnow.txt`,
        urlList: [site.url + expected.path],
      },
    ]);
  } finally {
    for (const name of ['WEBSUB_HUB', 'INDEXNOW_KEY', 'INDEXNOW_URL']) vi.stubEnv(name, '');
    await announcements.stop();
  }
});

test('a rendered article that the site shows is verified at once', async () => {
  const { id, expected, rendered } = await aPublication();
  site.pages.set(expected.path, { revision: expected.revision });
  expect(await tell(rendered)).toEqual({ settlements: { [id]: 'verified' } });
  expect(await receiptOf(id)).toMatchObject({
    revision: expected.revision,
    savedAt: expected.savedAt,
    pulledAt: rendered.pulledAt,
    verifiedAt: expect.any(String),
    searchAt: null,
    problem: '',
  });
});

test('what the publisher says is not enough: the page itself must carry the revision', async () => {
  const { id, expected, rendered } = await aPublication();
  for (const page of [
    { revision: 'another' },
    { revision: expected.revision, status: 503 },
    { status: 200, html: '' },
    { status: 301, html: '' },
  ]) {
    site.pages.set(expected.path, page);
    expect(await tell(rendered)).toEqual({ settlements: { [id]: 'open' } });
  }
  expect(await receiptOf(id)).toBeUndefined();
});

test('news of a revision that is no longer the newest is left aside', async () => {
  const { id, rendered } = await aPublication();
  expect(await tell({ ...rendered, revision: 'older' })).toEqual({ settlements: {} });
  expect(await receiptOf(id)).toBeUndefined();
});

test('search comes later and completes the receipt without another look at the page', async () => {
  const { id, expected, rendered } = await aPublication();
  site.pages.set(expected.path, { revision: expected.revision });
  await tell(rendered);
  const looked = site.asked.length;
  const searchAt = new Date().toISOString();
  expect(await tell({ ...rendered, searchAt })).toEqual({ settlements: { [id]: 'complete' } });
  expect(site.asked).toHaveLength(looked);
  expect(await receiptOf(id)).toMatchObject({ searchAt });
});

test('an unpublished article is verified when its address answers 410', async () => {
  const { id, expected } = await aPublication();
  await cms.payload.update({ collection: 'articles', id, data: { _status: 'draft' } });
  const removal = await expectedOf(id);
  expect(removal.expected.revision).toBe('removed');
  site.pages.set(expected.path, { revision: expected.revision });
  expect(await tell(removal.rendered)).toEqual({ settlements: { [id]: 'open' } });
  site.pages.set(expected.path, { status: 410, html: '' });
  expect(await tell(removal.rendered)).toEqual({ settlements: { [id]: 'verified' } });
});

test('a publication nobody told about is found and checked by the reconciler', async () => {
  const { id, expected, rendered } = await aPublication();
  site.pages.set(expected.path, { revision: expected.revision });
  site.receipts = [rendered];
  await reconcileReleases(cms.payload);
  await reconcileReleases(cms.payload, later(2));
  expect(await receiptOf(id)).toMatchObject({
    verifiedAt: expect.any(String),
    renderedAt: rendered.renderedAt,
  });
});

test('the editor is told what is wrong after half a minute, and it heals by itself', async () => {
  const { id, expected } = await aPublication();
  await reconcileReleases(cms.payload);
  await reconcileReleases(cms.payload, later(2));
  expect(await receiptOf(id)).toBeUndefined();
  await reconcileReleases(cms.payload, later(40));
  expect(await receiptOf(id)).toMatchObject({ problem: expect.stringContaining('svarer 404') });
  site.pages.set(expected.path, { revision: expected.revision });
  await reconcileReleases(cms.payload, later(80));
  expect(await receiptOf(id)).toMatchObject({ problem: '', verifiedAt: expect.any(String) });
});

test('a site that is down is a problem with its own words', async () => {
  const { id } = await aPublication();
  await site.stop();
  await reconcileReleases(cms.payload);
  await reconcileReleases(cms.payload, later(40));
  expect(await receiptOf(id)).toMatchObject({
    problem: expect.stringContaining('Siden svarer ikke'),
  });
  site = await startStubSite();
});

test('nothing open: the reconciler leaves the site alone', async () => {
  const { expected, rendered } = await aPublication();
  site.pages.set(expected.path, { revision: expected.revision });
  await tell({ ...rendered, searchAt: rendered.renderedAt });
  await reconcileReleases(cms.payload, later(2000));
  await reconcileReleases(cms.payload, later(4000));
  const asked = site.asked.length;
  await reconcileReleases(cms.payload, later(6000));
  expect(site.asked.slice(asked).filter((path) => path === expected.path)).toEqual([]);
});

test('a tombstone that was never confirmed is settled: told when the document is gone, dropped otherwise', async () => {
  const author = await cms.payload.create({
    collection: 'authors',
    data: { name: 'A', slug: 'a' },
  });
  const gone = '0123456789abcdef01234567'; // an id in either database
  const aTombstone = (documentId: string) =>
    cms.payload.db.create({
      collection: 'tombstones',
      data: { type: 'author', documentId, path: '/skribenter/a/', isConfirmed: false },
    });
  await aTombstone(String(author.id));
  await aTombstone(gone);
  await reconcileReleases(cms.payload, later(10_000));
  const { docs } = await cms.payload.db.find({ collection: 'tombstones', where: {} });
  expect(docs).toMatchObject([{ documentId: gone, isConfirmed: true }]);
});

test('saves ping the publisher with their types, and a hundred saves make few pings', async () => {
  await Promise.all(Array.from({ length: 20 }, () => aPublication()));
  await vi.waitFor(() => {
    const types = new Set(site.pings.flatMap((ping) => ping.types));
    expect(types).toEqual(new Set(['article', 'author', 'file', 'media']));
  });
  expect(site.pings.length).toBeLessThan(15);
});

test('the panel gets its receipt only when someone is logged in', async () => {
  const { id } = await aPublication();
  const path = `/publish/receipt/${id}`;
  for (const who of ['anonymous', 'publisher'] as const) {
    expect((await cms.ask(who, 'GET', path)).status).toBe(401);
  }
  const { body } = await cms.ask('writer', 'GET', path);
  expect(receiptViewSchema.parse(body)).toMatchObject({ state: 'waiting' });
});

test('the public page is looked at as a reader does: no redirects followed, no answer is a value', async () => {
  const path = '/saker/x/';
  const expected = { path, revision: 'r1' };
  const door = { siteUrl: site.url, timeoutMs: 200 };
  const missing = { ok: false, reason: 'missing', status: 404 };
  expect(await verifyLive(expected, door)).toEqual(missing);
  site.pages.set(path, { revision: 'r2' });
  expect(await verifyLive(expected, door)).toMatchObject({ reason: 'outdated' });
  site.pages.set(path, { revision: 'r1', canonical: `${site.url}/saker/y/` });
  expect(await verifyLive(expected, door)).toMatchObject({ reason: 'wrong-address' });
  const head = `<head><link rel=canonical href=${site.url}${path}><meta content=r1 name=revision></head>`;
  site.pages.set(path, { html: head + 'x'.repeat(500_000) });
  expect(await verifyLive(expected, door)).toEqual({ ok: true });
  const closed = { siteUrl: 'http://127.0.0.1:1', timeoutMs: 200 };
  expect(await verifyLive(expected, closed)).toMatchObject({ reason: 'unreachable' });
});

test('a page is gone when it answers 410 or 404, leads elsewhere, or is another article’s', async () => {
  const gone = { path: '/saker/x/', lastRevision: 'r1' };
  const door = { siteUrl: site.url, timeoutMs: 200 };
  const answers = [
    [{ revision: 'r1' }, false],
    [{ revision: 'r1', status: 503 }, false],
    [{ status: 410 }, true],
    [{ status: 301 }, true],
    [{ revision: 'r9' }, true],
  ] as const;
  for (const [page, ok] of answers) {
    site.pages.set(gone.path, page);
    expect((await verifyRemoved(gone, door)).ok).toBe(ok);
  }
});
