import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, aBody, anArticle, create, upload } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { reconcileMedia } from './show-media.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

/** What a stranger sees of a picture: its document, and its file. */
async function seen({ id, filename }: { id: string; filename: string }): Promise<boolean> {
  const document = await room.ask('anonymous', 'GET', `/media/${id}`);
  const file = await room.ask('anonymous', 'GET', `/media/file/${filename}`);
  expect(file.status === 200).toBe(document.status === 200);
  return document.status === 200;
}
const inText = (id: string) => aBody('Før.', aBlock('image', { media: id }), 'Etter.');
const patch = (id: string, change: object) =>
  room.ask('editor', 'PATCH', `/articles/${id}`, change);

test('a publication that is refused shows nobody the draft’s pictures', async () => {
  const picture = await upload(room);
  const draft = anArticle({ lead: '', heroImage: picture.id, _status: 'draft' });
  const { body } = await room.ask('editor', 'POST', '/articles?draft=true', draft);
  expect((await patch(body.doc.id, { _status: 'published' })).status).toBe(400);
  expect(await seen(picture)).toBe(false);
});

test('a picture is private again when the last that is out and showed it is gone', async () => {
  const [hero, inner] = [await upload(room), await upload(room)];
  const one = await create(room, { heroImage: hero.id, body: inText(inner.id) });
  const other = await create(room, { body: inText(inner.id) });
  expect([await seen(hero), await seen(inner)]).toEqual([true, true]);
  // A draft beside what is out changes nothing for the readers.
  await room.ask('editor', 'PATCH', `/articles/${one.id}?draft=true`, {
    heroImage: null,
    _status: 'draft',
  });
  expect(await seen(hero)).toBe(true);
  await patch(one.id, { heroImage: null, _status: 'published' });
  expect([await seen(hero), await seen(inner)]).toEqual([false, true]);
  await patch(one.id, { _status: 'draft' });
  expect(await seen(inner)).toBe(true);
  await room.ask('editor', 'DELETE', `/articles/${other.id}`);
  expect(await seen(inner)).toBe(false);
  await patch(one.id, { heroImage: hero.id, _status: 'published' });
  expect([await seen(hero), await seen(inner)]).toEqual([true, true]);
});

test('the portrait of whoever is interviewed is public while the interview is', async () => {
  const portrait = await upload(room);
  const interviewees = [{ name: 'Kari Moe', portrait: portrait.id }];
  const { id } = await create(room, { kind: 'interview', interviewees });
  expect(await seen(portrait)).toBe(true);
  expect((await room.ask('editor', 'DELETE', `/media/${String(portrait.id)}`)).status).toBe(409);
  await patch(id, { interviewees: [{ name: 'Kari Moe' }], _status: 'published' });
  expect(await seen(portrait)).toBe(false);
});

test('many taken off at once take their pictures with them', async () => {
  const pictures = [await upload(room), await upload(room), await upload(room)];
  for (const { id } of pictures) await create(room, { heroImage: id, place: 'Samlet' });
  const query = 'where[place][equals]=Samlet';
  const taken = await room.ask('editor', 'PATCH', `/articles?${query}`, { _status: 'draft' });
  expect([taken.status, taken.body.errors]).toEqual([200, []]);
  expect(await Promise.all(pictures.map(seen))).toEqual([false, false, false]);
});

test('a portrait is public with its author, and private without', async () => {
  const [first, second] = [await upload(room), await upload(room)];
  const made = await room.ask('editor', 'POST', '/authors', { name: 'Kari', photo: first.id });
  const path = `/authors/${made.body.doc.id}`;
  expect(await seen(first)).toBe(true);
  await room.ask('editor', 'PATCH', path, { photo: second.id });
  expect([await seen(first), await seen(second)]).toEqual([false, true]);
  await room.ask('editor', 'DELETE', path);
  expect(await seen(second)).toBe(false);
});

test('what a killed process left undone is done at the next look', async () => {
  const [shown, hidden] = [await upload(room), await upload(room)];
  await create(room, { heroImage: shown.id });
  const earlier = new Date(Date.now() - 3_600_000).toISOString();
  for (const [{ id }, isPublic] of [
    [shown, false],
    [hidden, true],
  ] as const) {
    await room.payload.db.updateOne({
      collection: 'media',
      id,
      data: { isPublic, updatedAt: earlier },
    });
  }
  await reconcileMedia(room.payload);
  expect([await seen(shown), await seen(hidden)]).toEqual([true, false]);
});
