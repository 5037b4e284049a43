import { afterAll, beforeAll, expect, test } from 'vitest';
import { create, upload } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
  await create(room, { title: 'Ute' });
});
afterAll(() => room.stop());

const many = (count: number, one: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => one(n));
const nested = (depth: number) => `where${'[and][0]'.repeat(depth)}[title][equals]=x`;

const tooMuch: [string, string][] = [
  ['2,000 sort fields', `sort=${many(2_000, (n) => `title${String(n)}`).join(',')}`],
  ['four sort fields', 'sort=title,slug,kind,place'],
  ['3,000 conditions', many(3_000, (n) => `where[or][${String(n)}][title][equals]=x`).join('&')],
  ['21 conditions', many(21, (n) => `where[or][${String(n)}][title][equals]=x`).join('&')],
  ['a value of 600 signs', `where[title][like]=${'x'.repeat(600)}`],
  ['a name of 600 signs', `where[${'x'.repeat(600)}][equals]=x`],
  ['a sort of 600 signs', `sort=${'x'.repeat(600)}`],
  ['six levels', nested(6)],
  ['a path into the text', 'where[body.root.children][like]=x'],
  ['a path across two documents', 'where[authors.photo.isPublic][equals]=true'],
  ['a sort across two documents', 'sort=-authors.photo.alt'],
];

test.each(tooMuch)('%s of a stranger are refused, however they come', async (_, query) => {
  const got = await room.ask('anonymous', 'GET', `/articles?${query}`);
  const posted = await room.fetch('POST', '/articles', {
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-payload-http-method-override': 'GET',
    },
    // Sent as JSON: the quotes stand apart.
    body: `&${query}&`,
  });
  expect([got.status, posted.status]).toEqual([400, 400]);
  expect(got.body.errors[0].message).toMatch(/Spørringen/);
});

test.each([
  'sort=-publishedAt,title',
  'where[and][0][kind][equals]=news&where[and][1][category.slug][equals]=x',
  'where[authors.name][like]=kari',
  'where[interviewees.organisation][exists]=true',
])('what a public site asks, %s, is answered', async (query) => {
  expect((await room.ask('anonymous', 'GET', `/articles?${query}`)).status).toBe(200);
});

test.each([
  'page=1e308',
  'limit=1e308',
  'where[publishedAt][less_than]=abc',
  'where[title][near]=1,2,3',
  'where[title][within]=x',
  'where[title][intersects]=x',
  'where[title][equals][a]=b',
  'where[tags][all]=a',
  'where[title]=x',
  ...['equals', 'not_equals', 'like', 'contains', 'not_like', 'less_than', 'greater_than'].flatMap(
    (operator) =>
      ['title', 'kind', 'publishedAt', 'category', '_status'].map(
        (field) => `where[${field}][${operator}][]=x`,
      ),
  ),
  'where[authors][in]=null',
  'where[heroImage][in]=null',
  'where=x',
  'data=x',
])('what cannot be asked, %s, is refused, and no failure', async (query) => {
  const { status, body } = await room.ask('anonymous', 'GET', `/articles?${query}`);
  expect([status, body.errors?.[0]?.message]).toEqual([400, expect.stringMatching(/Spørringen/)]);
});

test('the newsroom’s lists may ask for more, and not for everything', async () => {
  const ids = many(150, (n) => `where[or][${String(n)}][id][equals]=x`).join('&');
  expect((await room.ask('editor', 'GET', `/articles?${ids}`)).status).toBe(200);
  const all = `sort=${many(2_000, (n) => `title${String(n)}`).join(',')}`;
  expect((await room.ask('editor', 'GET', `/articles?${all}`)).status).toBe(400);
});

test('a global is populated for strangers as deep as a page of documents', async () => {
  const photo = String((await upload(room)).id);
  const author = { name: 'Kari', slug: 'kari', photo };
  const { body } = await room.ask('admin', 'POST', '/authors?depth=0', author);
  const { id } = await create(room, { title: 'Øverst', authors: [body.doc.id] });
  await room.ask('editor', 'POST', '/globals/front-page', { lead: id });
  const seen = (await room.ask('anonymous', 'GET', '/globals/front-page?depth=10')).body;
  expect(seen.lead.authors[0]).toMatchObject({ name: 'Kari', photo });
});
