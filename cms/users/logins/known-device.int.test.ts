import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aResetToken } from '../../testing/reset-token.ts';
import { startRoom, type Answer, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom({ environment: { CMS_URL: 'https://redaksjon.example' } });
});
afterAll(() => room.stop());
afterEach(() => void vi.useRealTimers());

const password = 'et-langt-passord-1';
let email = '';
let id = '';
let made = 0;
beforeEach(async () => {
  made += 1;
  email = `kjent-${made}@example.org`;
  const { body } = await room.ask('admin', 'POST', '/users', {
    ...{ email, password, name: 'Kjent', role: 'writer' },
  });
  id = body.doc.id;
  vi.setSystemTime(Date.now()); // a pause ends when a test says so
});

const logIn = (name: string, word: string, cookie = '') =>
  room.fetch('POST', '/users/login', {
    headers: { cookie },
    body: { email: name, password: word },
  });

/** The device cookie of an answer as it was set, and as the browser sends it. */
const setCookieOf = ({ headers }: Answer) =>
  headers.getSetCookie().find((each) => each.startsWith('kundefront-device-')) ?? '';
const deviceOf = (answer: Answer) => setCookieOf(answer).split(';')[0] ?? '';

/** Somebody guesses, and no network is known: whose browser is not known, waits. */
async function guessAt(name: string) {
  for (let times = 0; times < 5; times += 1) expect((await logIn(name, 'feil')).status).toBe(401);
  expect((await logIn(name, 'feil')).status).toBe(429);
}

test('whose browser is known logs in while somebody guesses, again and again', async () => {
  const device = deviceOf(await logIn(email, password));
  await guessAt(email);
  const renewed = deviceOf(await logIn(email, password, device));
  expect(renewed).not.toBe(device);
  expect((await logIn(email, password, `payload-token=x; ${renewed}`)).status).toBe(200);
  expect((await logIn(email, password)).status).toBe(429);
});

test('who guesses, waits as before: a right login elsewhere starts nothing over for her', async () => {
  const device = deviceOf(await logIn(email, password));
  await guessAt(email);
  expect((await logIn(email, password, device)).status).toBe(200);
  expect((await logIn(email, 'feil')).status).toBe(429);
});

test('only a right login sets it, out of reach of scripts and for logins alone', async () => {
  expect(setCookieOf(await logIn(email, password))).toMatch(
    /^kundefront-device-[\w-]{12}=[\w-]+\.\d+(\.[\w-]+){2}; Max-Age=15552000; Path=\/api\/users\/login; Secure\S*; HttpOnly\S*; SameSite=Lax$/,
  );
  for (const name of [email, 'ingen@example.org'])
    expect((await logIn(name, 'feil')).headers.getSetCookie()).toEqual([]);
});

test('a known browser that guesses waits for itself, and falls back to what everybody has', async () => {
  const device = deviceOf(await logIn(email, password));
  for (let times = 0; times < 10; times += 1)
    expect((await logIn(email, 'feil', device)).status).toBe(401);
  expect((await logIn(email, 'feil', device)).status).toBe(429);
});

test('one that is forged, of another account or too old gives nothing', async () => {
  const other = { email: 'annen@example.org', password, name: 'Annen', role: 'writer' };
  await room.ask('admin', 'POST', '/users', other);
  const [name, value = ''] = deviceOf(await logIn(email, password)).split('=');
  const [device, until, mark, signature] = value.split('.');
  const foreign = deviceOf(await logIn(other.email, password)).split('=')[1];
  vi.setSystemTime(Date.now() + 179 * 86_400_000);
  await guessAt(email);
  const given = [
    ...['', '...', 'x.9999999999999.x.x', `${device}.${until}.${mark}.`, foreign],
    `${device}.9999999999999.${mark}.${signature}`,
    `${device}x.${until}.${mark}.${signature}`,
    `${device}.${until}.x.${signature}`,
  ];
  for (const each of given)
    expect((await logIn(email, password, `${name}=${each}`)).status).toBe(429);
  expect((await logIn(email, password, `${name}=${value}`)).status).toBe(200);
  vi.setSystemTime(Date.now() + 2 * 86_400_000);
  await logIn(email, 'feil');
  expect((await logIn(email, password, `${name}=${value}`)).status).toBe(429);
});

test('another password ends it; who sets her own is known by the new one', async () => {
  const signedIn = await logIn(email, password);
  const device = deviceOf(signedIn);
  const own = await room.fetch('PATCH', `/users/${id}`, {
    headers: { authorization: `JWT ${signedIn.body.token}` },
    body: { password: 'enda et langt passord', currentPassword: password },
  });
  await guessAt(email);
  expect((await logIn(email, 'enda et langt passord', device)).status).toBe(429);
  expect((await logIn(email, 'enda et langt passord', deviceOf(own))).status).toBe(200);
  const given = await room.ask('admin', 'PATCH', `/users/${id}`, { password });
  expect(given.status).toBe(200);
  for (const each of [deviceOf(own), deviceOf(given)])
    expect((await logIn(email, password, each)).status).toBe(429);
});

test('who has to wait is not looked up: nothing to measure tells whether there is such an account', async () => {
  const name = deviceOf(await logIn(email, password)).split('=')[0] ?? '';
  await guessAt(email);
  const asked = vi.spyOn(room.payload.db, 'findOne');
  expect((await logIn(email, 'feil', `${name}=x.9999999999999.x.x`)).status).toBe(429);
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
});

test('who is new here gets in by the mailed link, however somebody guesses', async () => {
  await guessAt(email);
  const token = await aResetToken(room, id);
  const chosen = 'valgt med lenken';
  const set = { token, password: chosen };
  const answer = await room.ask('anonymous', 'POST', '/users/reset-password', set);
  expect((await logIn(email, chosen, deviceOf(answer))).status).toBe(200);
  const forged = await room.ask('anonymous', 'POST', '/users/reset-password', set);
  expect([forged.status, forged.headers.getSetCookie()]).toEqual([403, []]);
});

test('ended sessions leave it', async () => {
  const signedIn = await logIn(email, password);
  await room.fetch('POST', `/users/${id}/sessions/end`, {
    ...{ headers: { authorization: `JWT ${signedIn.body.token}` }, body: {} },
  });
  await guessAt(email);
  expect((await logIn(email, password, deviceOf(signedIn))).status).toBe(200);
});
