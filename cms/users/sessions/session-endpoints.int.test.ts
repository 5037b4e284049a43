import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const person = { email: 'okt@example.com', password: 'et langt passord' };
const begin = async () => {
  const { token } = (await room.ask('anonymous', 'POST', '/users/login', person)).body;
  const headers = { authorization: `JWT ${token}` };
  return {
    fetch: (method: string, path: string, body?: object) =>
      room.fetch(method, path, { headers, ...(body && { body }) }),
    isIn: async () =>
      (await room.fetch('GET', '/users/me', { headers })).body.user?.email === person.email,
  };
};

test('sessions are listed and ended, one or all others; nobody else’s', async () => {
  const data = { ...person, name: 'Økt', role: 'writer' as const };
  const { id } = await room.payload.create({ collection: 'users', data });
  const [here, phone, library] = [await begin(), await begin(), await begin()];
  const { sessions } = (await here.fetch('GET', `/users/${id}/sessions`)).body;
  expect(sessions.map(({ isThis }: { isThis: boolean }) => isThis)).toEqual([false, false, true]);

  await here.fetch('POST', `/users/${id}/sessions/end`, { session: sessions[0].id });
  expect([await here.isIn(), await phone.isIn(), await library.isIn()]).toEqual([
    ...[true, true, false],
  ]);
  await here.fetch('POST', `/users/${id}/sessions/end`, {});
  expect([await here.isIn(), await phone.isIn()]).toEqual([true, false]);

  const again = await begin();
  for (const path of ['/sessions', '/second-factor'])
    expect((await room.ask('editor', 'GET', `/users/${id}${path}`)).status).toBe(403);
  expect((await room.ask('editor', 'POST', `/users/${id}/sessions/end`, {})).status).toBe(403);
  expect((await room.ask('anonymous', 'GET', `/users/${id}/sessions`)).status).toBe(403);
  expect((await room.ask('admin', 'POST', `/users/${id}/sessions/end`, {})).status).toBe(200);
  expect([await here.isIn(), await again.isIn()]).toEqual([false, false]);
});
