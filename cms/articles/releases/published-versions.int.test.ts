import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBlock, aBody, create } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

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

describe('an old version comes back as a draft', () => {
  const versionsOf = async (id: string, status: string) => {
    const { docs } = await room.payload.findVersions({
      collection: 'articles',
      where: {
        and: [{ parent: { equals: id } }, { 'version._status': { equals: status } }],
      },
      sort: 'updatedAt',
    });
    return docs.map((version) => String(version.id));
  };
  const newest = async (id: string) =>
    (await room.ask('editor', 'GET', `/articles/${id}?draft=true&depth=0`)).body;

  test('of what was a draft', async () => {
    const article = await create(room, { title: 'Ute nå' });
    const draft = { title: 'Et utkast som ble lagt bort', _status: 'draft' };
    await patch(article.id, draft, '&draft=true');
    await patch(article.id, { title: 'Ute nå, rettet', _status: 'published' });
    const [old] = await versionsOf(article.id, 'draft');
    const restored = await room.ask('editor', 'POST', `/articles/versions/${old ?? ''}`);
    expect(restored.status).toBe(200);
    expect(await row(article.id)).toMatchObject({ _status: 'published', title: 'Ute nå, rettet' });
    expect((await newest(article.id)).title).toBe('Et utkast som ble lagt bort');
  });

  test.each(['', '?draft=true', '?draft=false'])(
    'of what was published, and takes no correction and no address with it (%s)',
    async (query) => {
      const article = await create(room, { title: 'Slik var den', lead: 'Den første ingressen.' });
      const corrections = [{ at: '2026-01-02T10:00:00.000Z', text: 'Det var i mai.' }];
      const slug = `rettet-${article.id}`;
      await patch(article.id, { lead: 'Rettet.', slug, corrections, _status: 'published' });
      const before = await row(article.id);
      const [old] = await versionsOf(article.id, 'published');
      const restored = await room.ask('editor', 'POST', `/articles/versions/${old ?? ''}${query}`);
      expect(restored.status).toBe(200);
      expect(await row(article.id)).toEqual(before);
      expect(await newest(article.id)).toMatchObject({
        _status: 'draft',
        lead: 'Den første ingressen.',
        slug,
        corrections: [{ text: 'Det var i mai.' }],
      });
      await patch(article.id, { _status: 'published' });
      expect(await row(article.id)).toMatchObject({
        lead: 'Den første ingressen.',
        corrections: [{ text: 'Det var i mai.' }],
        publishedAt: before.publishedAt,
        alert: before.alert,
      });
    },
  );

  test('nothing is restored by somebody who may not change the article', async () => {
    const article = await create(room);
    const [old] = await versionsOf(article.id, 'published');
    const before = await newest(article.id);
    for (const who of ['anonymous', 'writer'] as const) {
      const answer = await room.ask(who, 'POST', `/articles/versions/${old ?? ''}`);
      expect([401, 403]).toContain(answer.status);
    }
    expect(await newest(article.id)).toEqual(before);
  });
});

test('unpublishing keeps what the site must answer 410 for', async () => {
  const article = await create(room, { title: 'Tas ned' });
  await patch(article.id, { _status: 'draft' });
  expect(await row(article.id)).toMatchObject({
    _status: 'draft',
    published: { slug: 'tas-ned' },
  });
});
