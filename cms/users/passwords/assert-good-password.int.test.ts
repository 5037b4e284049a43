import { afterAll, beforeAll, expect, test } from 'vitest';
import { aResetToken } from '../../testing/reset-token.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const idOf = async (role: string) => {
  const { docs } = await room.payload.find({
    collection: 'users',
    where: { role: { equals: role } },
  });
  return String(docs[0]?.id);
};

test.each([
  ['abc', 'minst 12 tegn'],
  ['elleve tegn', 'minst 12 tegn'],
  ['🙂🙂🙂🙂🙂🙂', 'minst 12 tegn'],
  ['x'.repeat(1001), 'høyst 1000 tegn'],
  ['Passord12345', 'blir gjettet først'],
])('the password %j is refused wherever one is set, with what to do', async (password, what) => {
  const id = await idOf('editor');
  const token = await aResetToken(room, id);
  const made = { email: 'ny@example.com', name: 'Ny', role: 'writer', password };
  const answers = [
    await room.ask('admin', 'POST', '/users', made),
    await room.ask('admin', 'PATCH', `/users/${id}`, { password }),
    await room.ask('editor', 'PATCH', `/users/${id}`, { password }),
    await room.ask('admin', 'PATCH', '/users?where[role][equals]=editor', { password }),
    await room.ask('anonymous', 'POST', '/users/reset-password', { token, password }),
  ];
  for (const { status, body } of answers) {
    expect([status, body.errors[0].data.errors[0].message]).toEqual([
      400,
      expect.stringContaining(what),
    ]);
  }
  const right = { email: 'editor@example.com', password: 'a long password' };
  expect((await room.ask('anonymous', 'POST', '/users/login', right)).status).toBe(200);
});

test('an account whose password is older and shorter can still log in', async () => {
  const old = { email: 'gammel@example.com', password: 'a long password' };
  await room.payload.create({ collection: 'users', data: { ...old, name: 'G', role: 'writer' } });
  expect((await room.ask('anonymous', 'POST', '/users/login', old)).status).toBe(200);
});

test('one that is the account’s own address or name is refused', async () => {
  const made = { email: 'ingeborg.krog@example.com', name: 'Ingeborg Krog', role: 'writer' };
  for (const password of ['Ingeborg.Krog', 'ingeborgkrog2']) {
    const { status } = await room.ask('admin', 'POST', '/users', { ...made, password });
    expect([password, status]).toEqual([password, 400]);
  }
});
