import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { begun, removeUnbegun } from './begun.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const inADay = () => Date.now() + 25 * 3_600_000;
const there = async (where = {}) => {
  const { docs } = await room.payload.find({ collection: 'articles', draft: true, where });
  return docs.map(({ id }) => id);
};
/** As Payload makes it when «ny sak» is opened. */
const opened = async () =>
  (await room.ask('editor', 'POST', '/articles?draft=true&autosave=true', { _status: 'draft' }))
    .body.doc;

test('a new article is none until something is typed, and goes by itself when nothing is', async () => {
  const [left, typed] = [await opened(), await opened()];
  expect(await there(begun)).toEqual([]);
  const query = `/articles/${typed.id}?draft=true&autosave=true`;
  const data = { ...typed, lead: 'Noe.', savedFrom: 'a-tab', _status: 'draft' };
  expect((await room.ask('editor', 'PATCH', query, data)).status).toBe(200);
  const { doc } = (await room.ask('editor', 'POST', '/articles?draft=true', { lead: 'Program' }))
    .body;
  expect(await there(begun)).toEqual([typed.id]);

  await removeUnbegun(room.payload);
  expect(await there()).toHaveLength(3);
  await removeUnbegun(room.payload, inADay());
  expect((await there()).toSorted()).toEqual([typed.id, doc.id].toSorted());
  expect(
    await room.payload.db.countVersions({
      collection: 'articles',
      where: { parent: { equals: left.id } },
    }),
  ).toEqual({ totalDocs: 0 });
});
