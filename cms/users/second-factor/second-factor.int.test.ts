import { TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aResetToken } from '../../testing/reset-token.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { createAdmin } from '../first-admin/create-admin.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const password = 'et langt passord';
let made = 0;
let [email, id] = ['', ''];
beforeEach(async () => {
  made += 1;
  email = `faktor-${made}@example.com`;
  const data = { email, password, name: 'Kari', role: 'writer' as const };
  id = (await room.payload.create({ collection: 'users', data })).id;
});
afterEach(async () => {
  vi.useRealTimers();
  await room.payload.updateGlobal({ slug: 'security', data: { secondFactorRoles: [] } });
});

const logIn = (fields: object = {}) =>
  room.ask('anonymous', 'POST', '/users/login', { email, password, ...fields });
const aFactor = { since: '2026-01-01T00:00:00.000Z', lastStep: 0, recovery: [] };
const codeOf = (secret: string) => new TOTP({ secret }).generate();
const laterBy = (seconds: number) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + seconds * 1000);
};
/** As the panel of an account does it; the session, and what has to be kept. */
const switchOn = async () => {
  const headers = { authorization: `JWT ${(await logIn()).body.token}` };
  const post = (act: string, body: object) =>
    room.fetch('POST', `/users/${id}/second-factor/${act}`, { headers, body });
  const { secret } = (await post('begin', { currentPassword: password })).body;
  const first = codeOf(secret);
  const { recoveryCodes } = (await post('confirm', { code: first })).body;
  return { post, first, secret: secret as string, codes: recoveryCodes as string[], headers };
};

test('once it is on, a login asks for a code, and each code lets in once', async () => {
  const { first, secret } = await switchOn();
  const asked = await logIn();
  expect([asked.status, asked.body.errors[0].data]).toEqual([
    401,
    { secondFactor: { step: 'code' } },
  ]);
  expect(asked.headers.get('set-cookie')).toBeNull();
  expect((await logIn({ code: '000000' })).status).toBe(401);
  // The code with which it was switched on is used.
  expect((await logIn({ code: first })).status).toBe(401);
  laterBy(60);
  const code = codeOf(secret);
  const answers = await Promise.all([logIn({ code }), logIn({ code }), logIn({ code })]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
});

test('the wrong password is answered alike, whatever code comes with it', async () => {
  const before = await logIn({ password: 'noe helt annet' });
  const { secret } = await switchOn();
  laterBy(60);
  const after = await logIn({ password: 'noe helt annet', code: codeOf(secret) });
  expect([after.status, after.body]).toEqual([before.status, before.body]);
  expect((await logIn({ code: codeOf(secret) })).status).toBe(200);
});

test('wrong codes are guesses: who guesses waits', async () => {
  await switchOn();
  for (let times = 0; times < 5; times += 1)
    expect((await logIn({ code: '123 456' })).status).toBe(401);
  expect((await logIn({ code: '123456' })).status).toBe(429);
});

test('a recovery code lets in once, however it is typed', async () => {
  const { codes, headers } = await switchOn();
  expect(new Set(codes).size).toBe(10);
  const [code = ''] = codes;
  expect((await logIn({ code: ` ${code.toUpperCase().replace('-', ' ')} ` })).status).toBe(200);
  expect((await logIn({ code })).status).toBe(401);
  const view = await room.fetch('GET', `/users/${id}/second-factor`, { headers });
  expect(view.body).toMatchObject({ recoveryLeft: 9, isOwn: true });
});

test('a role that must have it sets it up at the next login', async () => {
  await room.payload.updateGlobal({ slug: 'security', data: { secondFactorRoles: ['writer'] } });
  const asked = (await logIn()).body.errors[0].data.secondFactor;
  expect(asked).toMatchObject({
    step: 'setup',
    picture: expect.stringContaining('svg') as unknown,
  });
  expect((await logIn()).body.errors[0].data.secondFactor.secret).toBe(asked.secret);
  expect((await logIn({ code: '000000' })).status).toBe(401);
  const inside = await logIn({ code: codeOf(asked.secret) });
  expect([inside.status, inside.body.recoveryCodes.length]).toEqual([200, 10]);
  expect((await logIn()).body.errors[0].data).toEqual({ secondFactor: { step: 'code' } });
});

test('a mailed link sets a password, and is no way around the second factor', async () => {
  await switchOn();
  const token = await aResetToken(room, id);
  const renewed = 'et annet langt passord';
  const reset = { token, password: renewed };
  const answer = await room.ask('anonymous', 'POST', '/users/reset-password', reset);
  expect([answer.status, answer.body.token]).toEqual([200, '']);
  const cookie = answer.headers.get('set-cookie') ?? '';
  const me = await room.fetch('GET', '/users/me', { headers: { cookie } });
  expect(me.body.user).toBeNull();
  expect((await logIn({ password: renewed })).body.errors[0].data).toMatchObject({
    secondFactor: { step: 'code' },
  });
});

test('it is switched off with the password, by an administrator, and on the server', async () => {
  const first = await switchOn();
  expect((await first.post('remove', { currentPassword: 'feil' })).status).toBe(400);
  expect((await first.post('remove', { currentPassword: password })).status).toBe(200);
  expect((await logIn()).status).toBe(200);

  await switchOn();
  expect((await room.ask('editor', 'POST', `/users/${id}/second-factor/remove`, {})).status).toBe(
    403,
  );
  expect((await room.ask('admin', 'POST', `/users/${id}/second-factor/begin`, {})).status).toBe(
    403,
  );
  expect((await room.ask('admin', 'POST', `/users/${id}/second-factor/remove`, {})).status).toBe(
    200,
  );
  expect((await logIn()).status).toBe(200);

  await switchOn();
  await createAdmin(room.payload, { name: 'Kari', email, password });
  expect((await logIn()).status).toBe(200);
});

test('kept with another secret of the instance, every code is wrong, and the server lets her in', async () => {
  const { secret } = await switchOn();
  const { payload } = room;
  const own = payload.secret;
  payload.secret = 'another-secret-another-secret-32';
  const data = { secondFactor: { ...aFactor, secret: payload.encrypt(secret) } };
  payload.secret = own;
  await payload.db.updateOne({ collection: 'users', id, data });
  laterBy(60);
  expect((await logIn({ code: codeOf(secret) })).status).toBe(401);
  await createAdmin(payload, { name: 'Kari', email, password });
  expect((await logIn()).status).toBe(200);
});

test('nobody reads or writes it past its own addresses', async () => {
  await switchOn();
  const seen = JSON.stringify([
    (await room.ask('admin', 'GET', `/users/${id}`)).body,
    (await room.ask('admin', 'PATCH', `/users/${id}`, { secondFactor: null })).body,
  ]);
  const asked = await room.ask('admin', 'GET', '/users?where[secondFactor][exists]=true');
  expect(asked.status).toBe(400);
  expect(seen).not.toMatch(/"secondFactor"|recovery"|lastStep/);
  expect((await logIn()).status).toBe(401);
});
