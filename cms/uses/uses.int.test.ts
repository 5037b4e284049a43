import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, aBody, anArticle, create, upload } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { usingFields } from './pointing-at.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const usesOf = async (path: string): Promise<string[]> =>
  (await room.ask('writer', 'GET', `/desk/uses/${path}`)).body.uses.map(
    ({ title }: { title: string }) => title,
  );

test('a picture is found as hero, in the text, in drafts and as a portrait', async () => {
  const { id } = await upload(room);
  expect(await usesOf(`media/${id}`)).toEqual([]);
  await create(room, { title: 'Øverst', heroImage: id });
  await create(room, { title: 'I teksten', body: aBody('x', aBlock('image', { media: id })) });
  const draft = anArticle({ title: 'I et utkast', heroImage: id, _status: 'draft' });
  await room.ask('writer', 'POST', '/articles?draft=true', draft);
  await room.ask('editor', 'POST', '/authors', { name: 'Portrett', photo: id });
  expect(await usesOf(`media/${id}`)).toEqual([
    ...['Øverst', 'I et utkast', 'I teksten', 'Portrett'],
  ]);
  const refused = await room.ask('editor', 'DELETE', `/media/${id}`);
  expect([refused.status, refused.body.errors[0].message]).toEqual([
    409,
    expect.stringMatching(/^Kan ikke slettes: .*«Øverst», «I et utkast».*Ta det ut der først\.$/),
  ]);
  expect((await room.ask('anonymous', 'GET', `/desk/uses/media/${id}`)).status).toBe(401);
});

/** What these point at may go: another article to read, and whoever writes. */
const isFree = new Set(['related', 'assignee']);

test('every field of an article that points at something counts as a use of it', () => {
  const pointing = room.payload.collections['articles'].config.flattenedFields.flatMap((field) => {
    const inner = 'flattenedFields' in field ? field.flattenedFields : [];
    return [
      [field.name, field] as const,
      ...inner.map((each) => [`${field.name}.${each.name}`, each] as const),
    ].flatMap(([path, each]) =>
      'relationTo' in each && typeof each.relationTo === 'string' && !isFree.has(path)
        ? [`${each.relationTo}: ${path}`]
        : [],
    );
  });
  const counted = Object.entries(usingFields).flatMap(([collection, paths]) =>
    paths.map((path) => `${collection}: ${path}`),
  );
  expect(counted.toSorted()).toEqual(pointing.toSorted());
});

test.each([
  ['authors', (id: string) => ({ authors: [id] })],
  ['categories', (id: string) => ({ category: id })],
  ['series', (id: string) => ({ series: id })],
  ['organisations', (id: string) => ({ organisations: [id] })],
  [
    'organisations',
    (id: string) => ({ kind: 'interview', interviewees: [{ name: 'Kari', organisation: id }] }),
  ],
])('%s that an article shows are not deleted before they are taken out', async (path, fields) => {
  const made = await room.ask('editor', 'POST', `/${path}`, { name: `Brukt ${Math.random()}` });
  const { id } = made.body.doc;
  const article = await create(room, fields(id));
  expect(await usesOf(`${path}/${id}`)).toEqual([article.title]);
  expect((await room.ask('editor', 'DELETE', `/${path}/${id}`)).status).toBe(409);
  await room.ask('editor', 'DELETE', `/articles/${article.id}`);
  expect((await room.ask('editor', 'DELETE', `/${path}/${id}`)).status).toBe(200);
});

test('what does not exist is used nowhere', async () => {
  for (const id of ['null', 'undefined', 'nobody'])
    expect((await room.ask('editor', 'GET', `/desk/uses/media/${id}`)).status).toBe(404);
});
