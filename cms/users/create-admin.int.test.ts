import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdmin } from './create-admin.ts';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const person = { name: 'Ine', email: 'ine@example.com', password: 'et ganske langt passord' };

test('makes an administrator who can log in', async () => {
  expect(await createAdmin(room.payload, person)).toEqual({ ok: true, isNew: true });
  const { user } = await room.payload.login({ collection: 'users', data: person });
  expect(user).toMatchObject({ role: 'admin', name: 'Ine' });
});

test('opens a locked account and gives it a new password', async () => {
  const wrong = { email: 'writer@example.com', password: 'wrong' };
  for (let attempt = 0; attempt < 11; attempt++) {
    expect((await room.ask('anonymous', 'POST', '/users/login', wrong)).status).toBe(401);
  }
  const renewed = { ...person, email: wrong.email };
  const locked = { email: wrong.email, password: 'a long password' };
  expect((await room.ask('anonymous', 'POST', '/users/login', locked)).status).toBe(401);
  expect(await createAdmin(room.payload, renewed)).toEqual({ ok: true, isNew: false });
  expect((await room.ask('anonymous', 'POST', '/users/login', renewed)).status).toBe(200);
});

test('refuses what could not log in or is easily guessed', async () => {
  const reason = async (change: Partial<typeof person>) =>
    createAdmin(room.payload, { ...person, ...change });
  expect(await reason({ email: 'ine' })).toEqual({ ok: false, reason: 'email' });
  expect(await reason({ password: 'kort' })).toEqual({ ok: false, reason: 'password' });
});
