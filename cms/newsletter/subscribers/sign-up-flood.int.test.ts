import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ask } from '../testing/ask.ts';
import { startNewsroom, type Newsroom } from '../testing/start-newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  vi.stubEnv('TRUSTED_PROXY', 'X-Forwarded-For');
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

const path = '/api/newsletter/subscribe';
const signUp = (network: string, fields: Record<string, string>) =>
  ask(newsroom, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': network },
    body: JSON.stringify(fields),
  });

/** Statuses of so many sign-ups, a hundred at a time. */
async function flood(count: number, one: (n: number) => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let start = 0; start < count; start += 100) {
    const part = Array.from({ length: Math.min(100, count - start) }, (_, n) => one(start + n));
    statuses.push(...(await Promise.all(part)).map(({ status }) => status));
  }
  return statuses;
}

test('whoever is refused uses up nothing that others need', { timeout: 120_000 }, async () => {
  const sameAddress = await flood(1_600, () =>
    signUp('203.0.113.7', { email: 'samme@eksempel.no' }),
  );
  expect(sameAddress.filter((status) => status === 202)).toHaveLength(20);
  const manyAddresses = await flood(1_600, (n) =>
    signUp('203.0.113.8', { email: `robot-${n}@eksempel.no`, website: 'x' }),
  );
  expect(manyAddresses.filter((status) => status === 429).length).toBeGreaterThan(1_000);
  expect((await signUp('198.51.100.1', { email: 'en-leser@eksempel.no' })).status).toBe(202);
});

test('what one signs up makes the others of her network wait, and keeps none of them out', async () => {
  vi.setSystemTime(Date.now());
  const robot = (n: number) => ({ email: `mange-${n}@eksempel.no`, website: 'x' });
  const statuses = await flood(400, (n) => signUp('198.18.0.9', robot(n)));
  expect(statuses.filter((status) => status === 202)).toHaveLength(300);
  const reader = () => signUp('198.18.0.9', { email: 'leser-der@eksempel.no' });
  const refused = await reader();
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
    ...[429, '30', { ok: false, message: expect.stringMatching(/om 30 sekunder\.$/) as string }],
  ]);
  vi.setSystemTime(Date.now() + 30_000);
  expect((await signUp('198.18.0.9', robot(400))).status).toBe(429);
  expect((await reader()).status).toBe(202);
  vi.useRealTimers();
});

test('a sign-up without an end is refused after what a form may carry', async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 16_384;
      controller.enqueue(new Uint8Array(16_384).fill(97));
    },
  });
  const answer = await ask(newsroom, path, {
    ...{ method: 'POST', body, duplex: 'half' },
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
  });
  expect([answer.status, (await answer.json()) as unknown]).toEqual([
    422,
    expect.objectContaining({ ok: false }),
  ]);
  expect(sent).toBeLessThan(200_000);
});

test('where no network is known, whoever floods the sign-up makes others wait a moment and keeps nobody out', async () => {
  vi.stubEnv('TRUSTED_PROXY', '');
  const open = (email: string) => signUp('', { email });
  await flood(3_000, (n) => open(`flom-${n}@eksempel.no`));
  const reader = open('arlig-leser@eksempel.no');
  const others = flood(50, (n) => open(`mer-flom-${n}@eksempel.no`));
  expect((await reader).status).toBe(202);
  await others;
  vi.stubEnv('TRUSTED_PROXY', 'X-Forwarded-For');
}, 240_000);
