import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { create } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import type { HereView } from './here-view.ts';

type Who = Parameters<Room['ask']>[0];
let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const tell = async (who: Who, id: string, body: object) =>
  room.ask(who, 'POST', `/desk/here/${id}`, body);
const others = async (who: Who, id: string, tab: string) =>
  ((await tell(who, id, { tab })).body as HereView).others.toSorted(
    (a, b) => Number(a.isMe) - Number(b.isMe),
  );

test('whoever has an article open is told who else has, each person once', async () => {
  const { id } = await create(room, { _status: 'draft' });
  expect(await others('editor', id, 'a')).toEqual([]);
  expect(await others('writer', id, 'b')).toMatchObject([{ isMe: false }]);
  await tell('writer', id, { tab: 'c' });
  expect(await others('editor', id, 'a')).toHaveLength(1);
  expect(await others('writer', id, 'b')).toMatchObject([{ isMe: false }, { isMe: true }]);

  await tell('writer', id, { tab: 'b', isLeaving: true });
  vi.setSystemTime(Date.now() + 90_000);
  expect(await others('editor', id, 'a')).toEqual([]);
  vi.useRealTimers();
  const rows = await room.payload.kv.keys();
  expect(rows.filter((key) => key.startsWith('here:'))).toHaveLength(1);
});

test('what a tab was before it was loaded anew is nobody else', async () => {
  const { id } = await create(room, { _status: 'draft' });
  await tell('writer', id, { tab: 'crashed' });
  expect((await tell('writer', id, { tab: 'again', former: 'crashed' })).body.others).toEqual([]);
  await tell('writer', id, { tab: 'second' });
  expect(await others('writer', id, 'again')).toMatchObject([{ isMe: true }]);
});

test('and which tab saved last, by the name of who is still there', async () => {
  const { id } = await create(room, { _status: 'draft' });
  const newest = async (who: Who, tab: string) =>
    ((await tell(who, id, { tab })).body as HereView).newest;
  await newest('writer', 'hers');
  const { body } = await room.ask('editor', 'GET', `/articles/${id}?draft=true&depth=0`);
  const draft = { ...body, lead: 'Endret.', savedFrom: 'hers', _status: 'draft' };
  await room.ask('writer', 'PATCH', `/articles/${id}?draft=true&autosave=true`, draft);
  expect(await newest('writer', 'hers')).toMatchObject({ isMine: true });
  const seen = await newest('editor', 'mine');
  expect(seen).toMatchObject({ isMine: false, by: expect.stringContaining('writer') as string });
  expect(seen.updatedAt > body.updatedAt).toBe(true);
});

test('strangers, and questions that are none, get nothing', async () => {
  const { id } = await create(room, { _status: 'draft' });
  expect((await tell('anonymous', id, { tab: 'a' })).status).toBe(401);
  expect((await tell('editor', id, {})).status).toBe(400);
  expect((await tell('editor', 'no-such-article', { tab: 'a' })).status).toBe(404);
});
