import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdmin } from './create-admin.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

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

test('opens an account that an earlier version locked, and gives it a new password', async () => {
  const locked = { email: 'writer@example.com', password: 'a long password' };
  await room.payload.db.updateMany({
    collection: 'users',
    where: { email: { equals: locked.email } },
    data: { loginAttempts: 11, lockUntil: new Date(Date.now() + 600_000).toISOString() },
  });
  const renewed = { ...person, email: locked.email };
  expect((await room.ask('anonymous', 'POST', '/users/login', locked)).status).toBe(401);
  expect(await createAdmin(room.payload, renewed)).toEqual({ ok: true, isNew: false });
  expect((await room.ask('anonymous', 'POST', '/users/login', renewed)).status).toBe(200);
});

test('refuses what could not log in or is easily guessed', async () => {
  const problem = async (change: Partial<typeof person>) => {
    const made = await createAdmin(room.payload, { ...person, ...change });
    return made.ok ? undefined : made.problem;
  };
  expect(await problem({ email: 'ine' })).toContain('ikke gyldig');
  expect(await problem({ password: 'kort' })).toContain('minst 12 tegn');
  expect(await problem({ password: 'password1234' })).toContain('blir gjettet først');
});
