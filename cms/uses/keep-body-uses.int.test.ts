import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { reconcileMedia } from '../media/show-media.ts';
import { aBlock, aBody, anArticle, create, upload } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { keepBodyUses, mendBodyUses } from './keep-body-uses.ts';
import { writeBodyUses } from './write-body-uses.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
beforeEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => room.stop());

interface Row {
  id: string;
  updatedAt: string;
  bodyUses?: string[] | null;
}

const showing = (...pictures: { id: string }[]) =>
  aBody('Før.', ...pictures.map(({ id }) => aBlock('image', { media: id })));
const usesOf = async ({ id }: { id: string }): Promise<string[]> =>
  (await room.ask('writer', 'GET', `/desk/uses/media/${id}`)).body.uses.map(
    (use: { id: string }) => use.id,
  );
const isPublic = async ({ id }: { id: string }) =>
  (await room.ask('anonymous', 'GET', `/media/${id}`)).status === 200;
const remove = async ({ id }: { id: string }) =>
  (await room.ask('editor', 'DELETE', `/media/${id}`)).status;
const patch = async (id: string, query: string, change: object) => {
  const answer = await room.ask('editor', 'PATCH', `/articles/${id}?depth=0${query}`, change);
  expect(answer.status).toBe(200);
};

/** Main rows and newest versions of an article, as the database has them. */
async function rowsOf(id: string): Promise<[main: Row, version: Row]> {
  const { db } = room.payload;
  const main = await db.findOne<Row>({ collection: 'articles', where: { id: { equals: id } } });
  const { docs } = await db.findVersions<Row>({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  });
  const [newest] = docs;
  if (main === null || newest === undefined) throw new Error('no such article');
  const { updatedAt, version } = newest;
  return [main, { ...version, id: String(newest.id), updatedAt }];
}
const kept = async (id: string) =>
  (await rowsOf(id)).map(({ bodyUses }) => (bodyUses ?? []).toSorted());
const mediaUses = (...pictures: { id: string }[]) =>
  pictures.map(({ id }) => `media:${id}`).toSorted();

/** As older code left it: nothing about bodies, and no mark. */
async function forget(...ids: string[]) {
  const { db } = room.payload;
  for (const id of ids) {
    const [main, version] = await rowsOf(id);
    await writeBodyUses(room.payload, [{ ...main, kept: 'collections', uses: [] }]);
    await writeBodyUses(room.payload, [{ ...version, kept: 'versions', uses: [] }]);
    expect(await kept(id)).toEqual([[], []]);
  }
  await db.deleteMany({ collection: 'payload-kv', where: { key: { like: 'body-uses' } } });
}

/** An article that is out with one picture, and whose draft shows another. */
async function anOldArticle() {
  const [out, drafted] = [await upload(room), await upload(room)];
  const { id } = await create(room, { body: showing(out) });
  await patch(id, '&draft=true', { body: showing(drafted), _status: 'draft' });
  await forget(id);
  return { id: String(id), out, drafted };
}

test('every save writes what the body shows, whatever the client says', async () => {
  const [one, other] = [await upload(room), await upload(room)];
  const made = await create(room, { body: showing(one), bodyUses: ['media:x'] });
  expect(made).not.toHaveProperty('bodyUses');
  expect(await kept(made.id)).toEqual([mediaUses(one), mediaUses(one)]);
  await patch(made.id, '', { place: 'Oslo', bodyUses: [], _status: 'published' });
  expect(await kept(made.id)).toEqual([mediaUses(one), mediaUses(one)]);
  const drafted = { body: showing(one, other), bodyUses: ['media:x'], _status: 'draft' };
  await patch(made.id, '&draft=true&autosave=true', drafted);
  expect(await kept(made.id)).toEqual([mediaUses(one), mediaUses(one, other)]);
  await patch(made.id, '&draft=true', { body: aBody('Uten.'), _status: 'draft' });
  expect(await kept(made.id)).toEqual([mediaUses(one), []]);
  const where = `where[parent][equals]=${made.id}&sort=createdAt&depth=0`;
  const versions = (await room.ask('editor', 'GET', `/articles/versions?${where}`)).body.docs;
  expect(versions[0].version).not.toHaveProperty('bodyUses');
  await room.ask('editor', 'POST', `/articles/versions/${versions[0].id}`);
  expect(await kept(made.id)).toEqual([mediaUses(one), mediaUses(one)]);
  await patch(made.id, '', { body: aBody('Uten.'), _status: 'published' });
  expect(await kept(made.id)).toEqual([[], []]);
});

test.each(['anonymous', 'editor'] as const)('nobody asks by it: %s', async (who) => {
  const { id } = await create(room, { body: showing(await upload(room)) });
  const path = `/articles/${id}?depth=0`;
  expect((await room.ask(who, 'GET', path)).body).not.toHaveProperty('bodyUses');
  const query = 'where[bodyUses][exists]=true';
  expect((await room.ask(who, 'GET', `/articles?${query}`)).status).toBe(400);
});

test('a draft may show what does not exist', async () => {
  const nobody = { id: '00000000-0000-4000-8000-000000000000' };
  const draft = anArticle({ body: showing(nobody), _status: 'draft' });
  const made = await room.ask('writer', 'POST', '/articles?draft=true&depth=0', draft);
  expect(made.status).toBe(201);
  expect(await kept(made.body.doc.id)).toEqual([mediaUses(nobody), mediaUses(nobody)]);
});

test('what older code saved is found, and nothing else of it changes', async () => {
  const { id, out, drafted } = await anOldArticle();
  const without = (rows: object) =>
    JSON.parse(JSON.stringify(rows, (name, value) => (name === 'bodyUses' ? undefined : value)));
  const countVersions = () =>
    room.payload.db.countVersions({ collection: 'articles', where: { parent: { equals: id } } });
  const before = [await rowsOf(id), await countVersions()];
  expect(await usesOf(out)).toEqual([id]);
  expect([await remove(out), await remove(drafted)]).toEqual([409, 409]);
  expect(await usesOf(drafted)).toEqual([id]);
  expect(await kept(id)).toEqual([mediaUses(out), mediaUses(drafted)]);
  expect(without([await rowsOf(id), await countVersions()])).toEqual(without(before));
});

test('pictures of what older code saved are public and private as they should be', async () => {
  const { id, out, drafted } = await anOldArticle();
  const other = await create(room, { body: showing(out) });
  await forget(id, other.id);
  await patch(other.id, '', { body: aBody('Uten.'), _status: 'published' });
  expect([await isPublic(out), await isPublic(drafted)]).toEqual([true, false]);
  await forget(id);
  const earlier = new Date(Date.now() - 3_600_000).toISOString();
  for (const [picture, wrong] of [
    [out, false],
    [drafted, true],
  ] as const)
    await room.payload.db.updateOne({
      ...{ collection: 'media', id: picture.id },
      data: { isPublic: wrong, updatedAt: earlier },
    });
  await reconcileMedia(room.payload);
  expect([await isPublic(out), await isPublic(drafted)]).toEqual([true, false]);
  await room.ask('editor', 'DELETE', `/articles/${id}`);
  expect(await isPublic(out)).toBe(false);
  expect([await remove(out), await remove(drafted)]).toEqual([200, 200]);
});

test('as long as it is not known, nothing is deleted or made private', async () => {
  const { id, out, drafted } = await anOldArticle();
  const other = await create(room, { body: showing(out) });
  await forget(id, other.id);
  const broken = vi.spyOn(room.payload.db, 'findVersions').mockRejectedValue(new Error('gone'));
  expect([await remove(out), await remove(drafted)]).toEqual([500, 500]);
  expect((await room.ask('editor', 'DELETE', `/articles/${other.id}`)).status).not.toBe(200);
  expect(await isPublic(out)).toBe(true);
  broken.mockRestore();
  expect([await remove(out), await remove(drafted)]).toEqual([409, 409]);
  expect(await isPublic(out)).toBe(true);
});

test('a save that was killed between two tables is mended at the next look', async () => {
  const [one, other] = [await upload(room), await upload(room)];
  const { id } = await create(room, { body: showing(one) });
  await keepBodyUses(room.payload);
  const [main, version] = await rowsOf(id);
  await writeBodyUses(room.payload, [{ ...main, kept: 'collections', uses: mediaUses(other) }]);
  await writeBodyUses(room.payload, [{ ...version, kept: 'versions', uses: [] }]);
  await mendBodyUses(room.payload);
  expect(await kept(id)).toEqual([mediaUses(one), mediaUses(one)]);
});

test('what was saved since it was looked at is left alone', async () => {
  const one = await upload(room);
  const { id } = await create(room, { body: aBody('Uten.') });
  const [main, version] = await rowsOf(id);
  await patch(id, '', { body: showing(one), _status: 'published' });
  const [, newest] = await rowsOf(id);
  await writeBodyUses(room.payload, [{ ...main, kept: 'collections', uses: ['media:x'] }]);
  await writeBodyUses(room.payload, [
    {
      ...{ id: newest.id, updatedAt: version.updatedAt },
      ...{ kept: 'versions', uses: ['media:x'] },
    },
  ]);
  expect(await kept(id)).toEqual([mediaUses(one), mediaUses(one)]);
});

test('once it is known, no body is read', async () => {
  const [out, gone] = [await upload(room), await upload(room)];
  const { id } = await create(room, { body: showing(out, gone) });
  await keepBodyUses(room.payload);
  const { db } = room.payload;
  const asked = [
    vi.spyOn(db, 'find'),
    vi.spyOn(db, 'findVersions'),
    vi.spyOn(db, 'queryDrafts'),
  ].map((spy) => spy.mock.calls);
  expect(await usesOf(out)).toEqual([id]);
  await room.ask('editor', 'DELETE', `/articles/${id}`);
  expect(await isPublic(out)).toBe(false);
  const ofOthers = asked
    .flat()
    .map(([args]) => args)
    .filter(({ collection, where }) => {
      const isOfTheDeleted = JSON.stringify(where ?? {}).includes(`"${id}"`);
      return collection === 'articles' && !isOfTheDeleted;
    });
  expect(ofOthers.length).toBeGreaterThan(3);
  const readsBodies = ({ select }: { select?: unknown }) =>
    select === undefined || JSON.stringify(select).includes('"body"');
  expect(ofOthers.filter(readsBodies)).toEqual([]);
});
