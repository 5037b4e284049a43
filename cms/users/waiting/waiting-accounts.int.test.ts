import { TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { epochKey, makeEpoch } from '../../../content/wire/epoch.ts';
import { readDesk } from '../../dashboard/read-desk.ts';
import { settleRestore } from '../../settle-restore.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { createAdmin } from '../first-admin/create-admin.ts';
import { findUser } from '../find-user.ts';
import { beginSecondFactor, confirmSecondFactor } from '../second-factor/second-factor.ts';
import { text } from '../text.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const password = 'en lang setning om kaffe';
let count = 0;
let id: string;
let email: string;
beforeEach(async () => {
  email = `ansatt-${(count += 1)}@example.com`;
  const data = { email, password, name: 'Ansatt', role: 'editor' as const };
  id = (await room.payload.create({ collection: 'users', data })).id;
});

const login = async (by = password) =>
  room.ask('anonymous', 'POST', '/users/login', { email, password: by });

/** The account is as it was in the copy. */
async function restore(): Promise<void> {
  const since = new Date().toISOString();
  await room.payload.kv.set(epochKey, makeEpoch({ departuresSince: since }));
  await settleRestore(room.payload);
}

test('an account that nobody changed is let in after a restore', async () => {
  await restore();
  expect((await login()).status).toBe(200);
});

test.each([
  ['another role', { role: 'writer' }],
  ['another address', { email: 'en-annen@example.com' }],
  ['another password', { password: 'en annen setning om te' }],
])('one that got %s since waits for an administrator', async (_, change) => {
  expect((await room.ask('admin', 'PATCH', `/users/${id}`, change)).status).toBe(200);
  await room.payload.db.updateOne({ collection: 'users', id, data: { email, role: 'editor' } });
  await restore();
  const right = 'password' in change ? String(change.password) : password;
  const refused = await login(right);
  expect(refused.status).toBe(403);
  expect(JSON.stringify(refused.body)).toContain(text.problems.waiting);
  expect(refused.headers.get('set-cookie')).toBeNull();
  expect((await login('et galt passord')).status).toBe(401);
  const { accounts } = await readDesk(room.payload, new Date());
  expect(accounts.map((each) => each.id)).toContain(id);
  const given = 'et ferskt passord fra sjefen';
  await room.ask('admin', 'PATCH', `/users/${id}`, { password: given });
  expect((await login(given)).status).toBe(200);
});

test('one whose second factor was set up since waits, too', async () => {
  const user = await findUser(room.payload, { id });
  if (user === null) throw new Error('no such account');
  const { secret, person } = await beginSecondFactor(room.payload, user);
  await confirmSecondFactor(room.payload, person, new TOTP({ secret }).generate());
  await room.payload.db.updateOne({ collection: 'users', id, data: { secondFactor: null } });
  await restore();
  expect((await login()).status).toBe(403);
});

test('one that was removed since, and is there again, waits too', async () => {
  const row = await room.payload.db.findOne({ collection: 'users', where: { id: { equals: id } } });
  expect((await room.ask('admin', 'DELETE', `/users/${id}`)).status).toBe(200);
  await room.payload.db.create({
    ...{ collection: 'users', data: { ...row, sessions: [] }, customID: id },
  });
  await restore();
  expect((await login()).status).toBe(403);
});

test('whoever has the machine lets an administrator in', async () => {
  await room.ask('admin', 'PATCH', `/users/${id}`, { role: 'admin' });
  await restore();
  expect((await login()).status).toBe(403);
  const given = 'et ferskt passord fra maskinen';
  await createAdmin(room.payload, { name: 'Ansatt', email, password: given });
  expect((await login(given)).status).toBe(200);
});
