import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, aBody, create } from './testing/make-article.ts';
import { startRoom, type Room } from './testing/start-room.ts';

interface Row {
  id: string;
  _status: string;
  title: string;
  slug: string;
  publishedAt: string;
  published: { firstAt: string; lastAt: string; slug: string; revision: string };
  alert: { requestedAt?: string | null; handledAt?: string | null };
}

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const row = async (id: string) => {
  const where = { id: { equals: id } };
  const found = await room.payload.db.findOne<Row>({ collection: 'articles', where });
  if (found === null) throw new Error(`no article ${id}`);
  return found;
};
const patch = (id: string, data: object, query = '') =>
  room.ask('editor', 'PATCH', `/articles/${id}?depth=0${query}`, data);

test('publishing what is out already is no new publication', async () => {
  const article = await create(room, {
    title: 'To ganger',
    body: aBody('Avsnitt.', aBlock('pullQuote', { quote: 'Vi ringer tilbake.' })),
    corrections: [{ at: '2026-01-02T10:00:00.000Z', text: 'Det var i mai, ikke i april.' }],
  });
  const first = await row(article.id);
  await patch(article.id, { _status: 'published' });
  expect((await row(article.id)).published).toEqual(first.published);

  // «Gå tilbake til versjonen som er ute» sends the whole article as it was published.
  await patch(article.id, { title: 'Et utkast', _status: 'draft' }, '&draft=true');
  const out = await room.ask('editor', 'GET', `/articles/${article.id}?depth=0&draft=false`);
  await patch(article.id, out.body);
  expect(await row(article.id)).toMatchObject({ title: 'To ganger', published: first.published });

  await patch(article.id, { lead: 'En annen ingress.', _status: 'published' });
  expect((await row(article.id)).published.revision).not.toBe(first.published.revision);
});

test('a copy is a new, unpublished article', async () => {
  const article = await create(room, { title: 'Originalen', sendAlert: true });
  const copy = await room.ask('editor', 'POST', `/articles/${article.id}/duplicate?depth=0`, {});
  expect(copy.status).toBe(200);
  const stored = await row(copy.body.doc.id);
  expect(stored).toMatchObject({ _status: 'draft', slug: 'originalen-2' });
  expect(stored.publishedAt ?? null).toBeNull();
  expect(stored.published?.revision ?? null).toBeNull();
  expect(stored.alert?.requestedAt ?? null).toBeNull();
});

test('restoring an old draft does not take the article off the site', async () => {
  const article = await create(room, { title: 'Ute nå' });
  await patch(
    article.id,
    { title: 'Et utkast som ble lagt bort', _status: 'draft' },
    '&draft=true',
  );
  await patch(article.id, { title: 'Ute nå, rettet', _status: 'published' });
  const { docs } = await room.payload.findVersions({
    collection: 'articles',
    where: {
      and: [{ parent: { equals: article.id } }, { 'version._status': { equals: 'draft' } }],
    },
  });
  const restored = await room.ask('editor', 'POST', `/articles/versions/${docs[0]?.id ?? ''}`);
  expect(restored.status).toBe(200);
  expect(await row(article.id)).toMatchObject({ _status: 'published', title: 'Ute nå, rettet' });
  const newest = await room.ask('editor', 'GET', `/articles/${article.id}?draft=true`);
  expect(newest.body.title).toBe('Et utkast som ble lagt bort');
});

test('unpublishing keeps what the site must answer 410 for', async () => {
  const article = await create(room, { title: 'Tas ned' });
  await patch(article.id, { _status: 'draft' });
  expect(await row(article.id)).toMatchObject({
    _status: 'draft',
    published: { slug: 'tas-ned' },
  });
});
