import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, aBody, anArticle, create, upload } from './testing/make-article.ts';
import { startRoom, type Room } from './testing/start-room.ts';

let room: Room;
let open: { id: string; title: string };
let draft: { id: string };
let shown: { id: string; filename: string; sizes: Record<string, { filename: string }> };
let kept: typeof shown;

beforeAll(async () => {
  room = await startRoom();
  shown = await upload(room, { fields: { alt: 'Vist for alle' } });
  kept = await upload(room, { fields: { alt: 'Ikke vist' }, name: 'hemmelig.jpg' });
  draft = (
    await room.ask(
      'editor',
      'POST',
      '/articles?draft=true&depth=0',
      anArticle({ title: 'Hemmelig kladd', heroImage: kept.id, _status: 'draft' }),
    )
  ).body.doc;
  open = await create(room, {
    title: 'Åpen sak',
    heroImage: shown.id,
    sendAlert: true,
    body: aBody('Tekst', aBlock('articleLink', { article: draft.id })),
  });
  await room.ask('editor', 'PATCH', `/articles/${open.id}?draft=true`, {
    title: 'Hemmelig ny tittel',
    _status: 'draft',
  });
  const hidden = await create(room, { title: 'Tatt ned igjen' });
  await room.ask('editor', 'PATCH', `/articles/${hidden.id}`, { _status: 'draft' });
});
afterAll(() => room.stop());

const secrets = /hemmelig|tatt ned igjen|requestedAt|isPublic|@example\.com/i;

test.each([
  '/articles',
  '/articles?draft=true',
  '/articles?depth=10',
  '/articles?limit=0',
  '/articles?pagination=false',
  '/articles?draft=true&depth=2&where[_status][equals]=draft',
  '/articles?where[or][0][title][like]=hemmelig&where[or][1][_status][exists]=true',
  '/articles?select[alert]=true&select[published]=true&select[title]=true',
  '/articles?populate[media][isPublic]=true&depth=2',
  '/articles?joins=false&trash=true',
  '/media',
  '/media?limit=0&depth=2',
  '/authors?depth=2',
  '/globals/front-page?depth=2',
  '/globals/front-page?draft=true&depth=2',
  '/globals/publication',
])('readers see what is published and nothing else: %s', async (path) => {
  const { status, body } = await room.ask('anonymous', 'GET', path);
  expect(status).toBe(200);
  expect(JSON.stringify(body)).not.toMatch(secrets);
});

test('readers get the published state of an article with a newer draft', async () => {
  for (const query of ['', '?draft=true', '?depth=9&draft=true']) {
    const { status, body } = await room.ask('anonymous', 'GET', `/articles/${open.id}${query}`);
    if (status === 200) expect(body.title).toBe('Åpen sak');
    else expect(status).toBe(404);
    expect(JSON.stringify(body)).not.toMatch(secrets);
  }
  expect((await room.ask('anonymous', 'GET', `/articles/${draft.id}`)).status).toBe(404);
  expect((await room.ask('anonymous', 'GET', `/articles/${draft.id}?draft=true`)).status).toBe(404);
});

test('an article of tomorrow is not there today', async () => {
  const { id } = await create(room, { title: 'I morgen' });
  await room.payload.db.updateOne({
    collection: 'articles',
    id,
    data: { publishedAt: new Date(Date.now() + 86_400_000).toISOString() },
  });
  expect((await room.ask('anonymous', 'GET', `/articles/${id}`)).status).toBe(404);
});

test.each([
  ['GET', '/articles/versions'],
  ['GET', '/articles/versions?where[parent][exists]=true'],
  ['GET', '/globals/front-page/versions'],
  ['GET', '/subscribers'],
  ['GET', '/subscribers/count'],
  ['GET', '/mailings'],
  ['GET', '/deliveries'],
  ['GET', '/batches'],
  ['GET', '/receipts'],
  ['GET', '/tombstones'],
  ['GET', '/redirects'],
  ['GET', '/users'],
  ['GET', '/users/count'],
  ['GET', '/payload-jobs'],
  ['GET', '/payload-jobs/run'],
  ['GET', '/payload-jobs/handle-schedules'],
  ['GET', '/payload-preferences/x'],
  ['GET', '/payload-locked-documents'],
  ['GET', '/payload-kv'],
  ['POST', '/articles'],
  ['POST', '/authors'],
  ['POST', '/media'],
  ['POST', '/subscribers'],
  ['POST', '/redirects'],
  ['POST', '/users'],
  ['POST', '/users/first-register'],
  ['POST', '/globals/publication'],
  ['POST', '/globals/front-page'],
  ['POST', '/graphql'],
  ['GET', '/graphql'],
  ['PATCH', '/articles?where[id][exists]=true'],
  ['DELETE', '/articles?where[id][exists]=true'],
  ['DELETE', '/media?where[id][exists]=true'],
])('strangers are refused: %s %s', async (method, path) => {
  const body =
    method === 'GET' ? undefined : { title: 'x', name: 'x', email: 'x@x.no', password: 'x' };
  const answer = await room.ask('anonymous', method, path, body);
  if (answer.status < 400)
    expect(answer.body.docs ?? []).toEqual([]); // a bulk change that found nothing
  else expect([400, 401, 403, 404, 405]).toContain(answer.status);
});

test.each([
  '/articles?where[alert.requestedAt][exists]=true',
  '/articles?where[published.revision][like]=a',
  '/media?where[isPublic][equals]=false',
  '/articles?where[heroImage.isPublic][equals]=true',
  '/articles/count?where[alert.requestedAt][exists]=true',
])('hidden fields answer no questions: %s', async (path) => {
  const answer = await room.ask('anonymous', 'GET', path);
  if (answer.status === 200) expect(answer.body.totalDocs).toBe(0);
  else expect(answer.status).toBe(400);
});

test('readers get at most 100 documents, two levels deep; populating is not cut short', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `Skribent ${index}`);
  const authors = [];
  for (const name of names)
    authors.push((await room.ask('editor', 'POST', '/authors', { name })).body.doc.id);
  const { id } = await create(room, { authors });
  const { body } = await room.ask('anonymous', 'GET', `/articles/${id}?depth=1`);
  expect(body.authors.map(({ name }: { name: string }) => name)).toEqual(names);
  const list = await room.ask('anonymous', 'GET', '/authors?limit=0');
  expect(list.body).toMatchObject({ limit: 10, totalDocs: 12 });
  expect((await room.ask('anonymous', 'GET', '/authors?limit=1000')).body.limit).toBe(100);
});

test('picture files: public ones for all, the others for the newsroom and the publisher', async () => {
  const get = (who: Parameters<Room['ask']>[0], name: string | undefined) =>
    room.ask(who, 'GET', `/media/file/${name ?? ''}`).then(({ status }) => status);
  const cut = kept.sizes['full480avif']?.filename;
  expect(await get('anonymous', shown.filename)).toBe(200);
  for (const name of [kept.filename, cut]) {
    expect(await get('anonymous', name)).toBeGreaterThanOrEqual(401);
    expect(await get('publisher', name)).toBe(200);
    expect(await get('writer', name)).toBe(200);
  }
  expect((await room.ask('publisher', 'GET', `/media/${kept.id}`)).status).toBe(404);
  expect((await room.ask('publisher', 'GET', '/articles?draft=true')).body.docs).not.toContainEqual(
    expect.objectContaining({ id: draft.id }),
  );
});
