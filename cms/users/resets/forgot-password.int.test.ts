import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startProvider, type Provider } from '../../newsletter/testing/start-provider.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { sendResetMails } from './send-reset-mails.ts';

let room: Room;
let provider: Provider;
beforeAll(async () => {
  provider = await startProvider();
  room = await startRoom({
    environment: { RESEND_BASE_URL: provider.url, TRUSTED_PROXY: 'X-Real-IP' },
  });
});
afterAll(async () => {
  await room.stop();
  await provider.stop();
});

const password = 'et nytt og langt passord';
let email = '';
let made = 0;
beforeEach(async () => {
  made += 1;
  email = `glemsom-${made}@example.com`;
  const data = { email, password: 'a long password', name: 'Glemsom', role: 'writer' as const };
  await room.payload.create({ collection: 'users', data });
});
afterEach(() => {
  vi.useRealTimers();
  provider.plan({});
  provider.forget();
});

const ask = (address = email, from = `10.1.${made}.7`) =>
  room.fetch('POST', '/users/forgot-password', {
    headers: { 'x-real-ip': from },
    body: { email: address },
  });
const later = (minutes: number) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + minutes * 60_000);
};
const links = () =>
  provider
    .accepted()
    .filter(({ to }) => to.includes(email))
    .map(({ text = '' }) => /admin\/reset\/(\w+)/.exec(text)?.[1]);
const set = (token: unknown) =>
  room.ask('anonymous', 'POST', '/users/reset-password', { token, password });

test('one mail a quarter of an hour, and the link of the one before goes on working', async () => {
  for (let times = 0; times < 3; times += 1) {
    expect((await ask(` ${email.toUpperCase()} `)).status).toBe(200);
    await sendResetMails(room.payload);
  }
  expect(links()).toHaveLength(1);
  later(16);
  await ask();
  await sendResetMails(room.payload);
  const [first, second] = links();
  expect(links()).toHaveLength(2);
  later(50);
  expect(second).toBe(first);
  expect((await set(first)).status).toBe(200);
  expect((await set(second)).status).toBe(403);
  expect((await room.ask('anonymous', 'POST', '/users/login', { email, password })).status).toBe(
    200,
  );
});

test('a link that was used or has run out is not mailed again', async () => {
  await ask();
  await sendResetMails(room.payload);
  await set(links()[0]);
  later(16);
  await ask();
  await sendResetMails(room.payload);
  later(70);
  await ask();
  await sendResetMails(room.payload);
  expect(new Set(links()).size).toBe(3);
});

test('while the provider refuses, nobody is told, and the mail comes when it accepts', async () => {
  provider.plan({ 1: '500-before-accept' });
  const answers = [await ask(), await ask('ingen@example.com')];
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [200, answers[1]?.body],
    [200, answers[0]?.body],
  ]);
  await sendResetMails(room.payload);
  await sendResetMails(room.payload);
  expect(links()).toHaveLength(0);
  later(2);
  await sendResetMails(room.payload);
  expect(links()).toHaveLength(1);
});

test('accepted, but the answer was lost: the repetition is known as one', async () => {
  provider.plan({ 1: 'reset-after-accept' });
  await ask();
  await sendResetMails(room.payload);
  later(2);
  await sendResetMails(room.payload);
  later(2);
  await sendResetMails(room.payload);
  expect(links()).toHaveLength(1);
});

test('what one asks for from a network makes the others of it wait, and keeps none of them out', async () => {
  const from = '10.9.9.9';
  const statuses: number[] = [];
  for (let times = 0; times < 60; times += 1)
    statuses.push((await ask(`x${times}@example.com`, from)).status);
  expect(statuses.slice(19, 21)).toEqual([200, 429]);
  const refusals = [await ask(email, from), await ask('ingen-slik@example.com', from)];
  for (const { status, body, headers } of refusals)
    expect([status, headers.get('retry-after'), body.errors[0].message]).toEqual([
      ...[429, '30', expect.stringMatching(/Prøv igjen om 30 sekunder\.$/)],
    ]);
  expect((await ask(email, '10.9.8.9')).status).toBe(200);
  later(0.5);
  expect((await ask(`enda-en@example.com`, from)).status).toBe(429);
  expect((await ask(email, from)).status).toBe(200);
});

test('what is no address is refused with a sentence', async () => {
  const bad = await room.ask('anonymous', 'POST', '/users/forgot-password', { email: ['x'] });
  expect([bad.status, bad.body.errors[0].message]).toEqual([
    400,
    'Skriv e-postadressen du logger inn med.',
  ]);
});

test.each([
  ['password', { password: 'enda et langt passord' }],
  ['address', { email: 'flyttet@example.com' }],
])('a link that was mailed before another %s opens nothing', async (_, data) => {
  await ask();
  await sendResetMails(room.payload);
  const where = { email: { equals: email } };
  await room.payload.update({ collection: 'users', where, data });
  expect((await set(links()[0])).status).toBe(403);
});
