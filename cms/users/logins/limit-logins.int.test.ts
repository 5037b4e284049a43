import { createHook } from 'node:async_hooks';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom({ environment: { TRUSTED_PROXY: 'X-Real-IP' } });
});
afterAll(() => room.stop());

const email = 'lederen@example.org';
const password = 'et-langt-passord-1';
let network = 0;
beforeEach(async () => {
  network += 1;
  await room.payload.delete({ collection: 'users', where: { email: { equals: email } } });
  await room.ask('admin', 'POST', '/users', { email, password, name: 'Leder', role: 'editor' });
  vi.setSystemTime(Date.now()); // a pause ends when a test says so
});

afterEach(() => {
  vi.useRealTimers();
  vi.stubEnv('TRUSTED_PROXY', 'X-Real-IP');
});

/** A login, and the device cookie that it is answered with. */
async function logIn(name: string, word: string, { from = `10.0.${network}.7`, device = '' } = {}) {
  const answer = await room.fetch('POST', '/users/login', {
    headers: {
      ...{ 'x-real-ip': from, cookie: device },
      'x-forwarded-for': `192.0.2.${Math.floor(Math.random() * 250)}`,
    },
    body: { email: name, password: word },
  });
  return { ...answer, device: answer.headers.getSetCookie().at(-1) };
}

test('who guesses at many accounts slows her network down, and keeps nobody of it out', async () => {
  for (let times = 0; times < 51; times += 1)
    expect((await logIn(email, password)).status).toBe(200);
  const { device } = await logIn(email, password);
  expect(device).toMatch(/^kundefront-device-/);
  const statuses: number[] = [];
  for (let times = 0; times < 200; times += 1)
    statuses.push((await logIn(`u${times}@example.org`, 'x')).status);
  expect(statuses.slice(49, 51)).toEqual([401, 429]);
  const refusals = [await logIn(email, password), await logIn('ingen@example.org', 'x')];
  for (const { status, body, headers } of refusals)
    expect([status, headers.get('retry-after'), body.errors[0].message]).toEqual([
      ...[429, '30', 'For mange feil innlogginger herfra. Prøv igjen om 30 sekunder.'],
    ]);
  expect((await logIn(email, password, { device })).status).toBe(200);
  vi.setSystemTime(Date.now() + 30_000);
  expect((await logIn('enda-en@example.org', 'x')).status).toBe(429);
  expect((await logIn(email, password)).status).toBe(200);
});

test('of many wrong ones at the same time no more pass than one after the other', async () => {
  const answers = await Promise.all(
    Array.from({ length: 80 }, (_, n) => logIn(`samtidig${n}@example.org`, 'x')),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(50);
});

test('who guesses at one account waits longer and longer; its owner, elsewhere, does not wait', async () => {
  const guess = () => logIn(email, 'feil passord her');
  for (let times = 0; times < 5; times += 1) {
    expect((await guess()).status).toBe(401);
    // What is no password is no try, and starts nothing over.
    expect((await logIn(email, '')).status).not.toBe(200);
  }
  expect((await guess()).body.errors[0].message).toMatch(/om 1 sekund\./);
  vi.setSystemTime(Date.now() + 1_500);
  expect((await guess()).status).toBe(401);
  expect((await guess()).body.errors[0].message).toMatch(/om 2 sekunder/);
  for (let times = 0; times < 20; times += 1) {
    vi.setSystemTime(Date.now() + 61_000);
    await guess();
  }
  expect((await guess()).body.errors[0].message).toMatch(/om 60 sekunder/);
  expect((await logIn(email, password, { from: '203.0.113.9' })).status).toBe(200);
});

test('a header that nobody said we may believe changes nothing', async () => {
  vi.stubEnv('TRUSTED_PROXY', '');
  for (let times = 0; times < 5; times += 1)
    await logIn(email, 'feil', { from: `10.9.${times}.1` });
  expect((await logIn(email, 'feil', { from: '10.9.99.1' })).status).toBe(429);
  vi.setSystemTime(Date.now() + 2_000);
  expect((await logIn(email, password, { from: '10.9.99.1' })).status).toBe(200);
});

test('a name that nobody has is answered like a wrong password, and takes as many derivations', async () => {
  let derivations = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'PBKDF2REQUEST') derivations += 1;
    },
  }).enable();
  const askFor = async (name: string) => {
    derivations = 0;
    const { status, body } = await logIn(name, 'feil passord her', { from: `10.8.${network}.7` });
    return { status, body, derivations };
  };
  const known = await askFor(email);
  expect(known).toMatchObject({ status: 401, derivations: 1 });
  expect(await askFor('ingen-slik@example.org')).toEqual(known);
  hook.disable();
});
