import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { checkHealth } from '../../health/check-health.ts';
import { text as healthText } from '../../health/text.ts';
import { readDesk } from '../../dashboard/read-desk.ts';
import { ask } from '../testing/ask.ts';
import { startNewsroom, type Newsroom } from '../testing/start-newsroom.ts';
import { sendConfirmations } from './send-confirmations.ts';
import { forgetNetworks } from './confirmation-room.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  vi.stubEnv('TRUSTED_PROXY', 'X-Forwarded-For');
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
beforeEach(async () => {
  await sendConfirmations(newsroom.payload);
  await newsroom.payload.db.deleteMany({ collection: 'subscribers', where: {} });
  newsroom.provider.forget();
});

const setLimits = (data: Record<string, number | null>) =>
  newsroom.payload.updateGlobal({ slug: 'newsletter-settings', data });

async function signUp(email: string, network?: string): Promise<[number, unknown]> {
  const answer = await ask(newsroom, '/api/newsletter/subscribe', {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/json' },
      ...(network === undefined ? {} : { 'x-forwarded-for': network }),
    },
    body: JSON.stringify({ email }),
  });
  return [answer.status, await answer.json()];
}

/** So many sign-ups at once; the answers. */
const many = (count: number, name: string, network?: string) =>
  Promise.all(
    Array.from({ length: count }, (_, n) => signUp(`${name}-${String(n)}@eksempel.no`, network)),
  );

/** So many mails leave, and then no more. */
async function isMailed(count: number): Promise<void> {
  await vi.waitFor(async () => {
    await sendConfirmations(newsroom.payload);
    expect(newsroom.provider.accepted()).toHaveLength(count);
  }, 20_000);
  await sendConfirmations(newsroom.payload);
  expect(newsroom.provider.accepted()).toHaveLength(count);
}

const anHourLater = () =>
  newsroom.payload.db.updateMany({
    collection: 'subscribers',
    where: { confirmationSentAt: { exists: true } },
    data: { confirmationSentAt: new Date(Date.now() - 3_660_000).toISOString() },
  });

const queued = { ok: true, message: expect.stringContaining('står i kø') as string };

test('a form without a script leads to the page that says so', async () => {
  await setLimits({ mostConfirmationsPerHour: 1 });
  const form = (email: string) =>
    ask(newsroom, '/api/newsletter/subscribe', {
      ...{ method: 'POST', redirect: 'manual' },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ email }).toString(),
    });
  expect((await form('en@eksempel.no')).headers.get('location')).toMatch(/sjekk-epost\/$/);
  expect((await form('to@eksempel.no')).headers.get('location')).toMatch(/sjekk-epost\/#ko$/);
});

test('what a network asks for beyond its limit waits, and holds up nobody else', async () => {
  await setLimits({ mostConfirmationsPerHour: 500, mostConfirmationsPerNetwork: 3 });
  expect((await many(5, 'kontor', '203.0.113.7')).map(([status]) => status)).toEqual(
    Array(5).fill(202),
  );
  await isMailed(3);
  expect(await signUp('enda-en@eksempel.no', '203.0.113.99')).toEqual([202, queued]);
  expect(await signUp('hjemme@eksempel.no', '198.51.100.1')).toEqual([202, { ok: true }]);
  // Of nobody knows where: no network, and no limit of one.
  await many(4, 'ukjent');
  await isMailed(8);

  await anHourLater();
  await forgetNetworks(newsroom.payload);
  await isMailed(11);
  await anHourLater();
  await forgetNetworks(newsroom.payload);
  const { totalDocs } = await newsroom.payload.db.count({
    collection: 'subscribers',
    where: { confirmNetwork: { exists: true } },
  });
  expect(totalDocs).toBe(0);
});

test('what the page says does not tell whether an address is known', async () => {
  await setLimits({ mostConfirmationsPerHour: 500, mostConfirmationsPerNetwork: 2 });
  await signUp('kjent@eksempel.no');
  await isMailed(1);
  const answersTo = async (email: string, network: string) => {
    await signUp(`forst-${network}@eksempel.no`, network);
    await signUp(email, network);
    return signUp(`sist-${network}@eksempel.no`, network);
  };
  expect(await answersTo('kjent@eksempel.no', '192.0.2.1')).toEqual([202, queued]);
  expect(await answersTo('ukjent@eksempel.no', '198.18.0.1')).toEqual([202, queued]);
});

test('what all ask for beyond the limit waits, and the newsroom sees it', async () => {
  await setLimits({ mostConfirmationsPerHour: 4, mostConfirmationsPerNetwork: 30 });
  await many(4, 'tidlig');
  await isMailed(4);
  expect(await many(3, 'sen')).toEqual(Array(3).fill([202, queued]));
  await isMailed(4);
  expect(await readDesk(newsroom.payload, new Date())).toMatchObject({ queued: 3 });
  await vi.waitFor(async () =>
    expect((await checkHealth(newsroom.payload)).warnings).toContain(
      healthText.confirmationsQueued(3),
    ),
  );
  // The answer is the same for who is known already.
  expect(await signUp('tidlig-0@eksempel.no')).toEqual([202, queued]);
  await anHourLater();
  await isMailed(7);
});

test('they take a fifth of a day’s cap', async () => {
  await setLimits({ mostConfirmationsPerHour: 500, mostPerDay: 10 });
  await many(5, 'dag');
  await isMailed(2);
  await setLimits({ mostPerDay: null });
  await isMailed(5);
});
