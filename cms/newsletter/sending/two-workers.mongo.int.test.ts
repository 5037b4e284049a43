import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { insertRows } from '../store/bulk.ts';
import { scheduleDigests } from '../mailings/schedule-digests.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { postForm } from '../testing/ask.ts';
import { afterNextFriday } from '../testing/after-next-friday.ts';
import { clearNewsroom } from '../testing/clear-newsroom.ts';
import {
  activeSubscriber,
  aPublishedArticle,
  aSubscriber,
  mailingOf,
  mailsPerAddress,
  startNewsroom,
  untilStatus,
  type Newsroom,
} from '../testing/start-newsroom.ts';
import { linkToken } from '../subscribers/tokens.ts';

/**
 * On MongoDB several processes send at once; the mail stand-in says who got how many. `npm run test:crash` lets
 * them claim the deliveries of 10,000 readers.
 */
const readers = process.env['CRASH_MATRIX'] === 'all' ? 10_000 : 430;
let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
  // Two processes keep the pace each on its own: the provider's 429 holds them together.
  newsroom.provider.change({ requestsPerSecond: 2 });
});
afterAll(async () => {
  await newsroom.stop();
});
beforeEach(async () => {
  await clearNewsroom(newsroom);
});

const startWorker = () =>
  spawn(process.execPath, [join(import.meta.dirname, '../testing/crash-worker.ts')], {
    env: { ...process.env, PATIENCE: '500000' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

test('two workers, one audience, one mail each', { timeout: 600_000 }, async () => {
  const rows = Array.from({ length: readers }, (_, n) =>
    activeSubscriber(`leser-${String(n)}@eksempel.no`),
  );
  await insertRows(newsroom.payload, 'subscribers', rows);
  const article = await aPublishedArticle(newsroom);
  const exits = [startWorker(), startWorker()].map((worker) => once(worker, 'exit'));
  expect((await Promise.all(exits)).map(([code]) => code as unknown)).toEqual([0, 0]);
  const counts = [...mailsPerAddress(newsroom.provider).values()];
  expect([counts.length, Math.max(...counts)]).toEqual([readers, 1]);
  expect(await mailingOf(newsroom, article.id)).toMatchObject({
    status: 'finished',
    candidates: readers,
    accepted: readers,
  });
});

test('unknown outcomes, choices, leaving and the digest work here too', async () => {
  const now = await aSubscriber(newsroom);
  const weekly = await aSubscriber(newsroom, { frequency: 'weekly' });
  const gone = await aSubscriber(newsroom);
  await postForm(
    newsroom,
    `/api/newsletter/unsubscribe?token=${linkToken('unsubscribe', gone.id)}`,
  );
  const article = await aPublishedArticle(newsroom);
  newsroom.provider.plan({ 1: 'reset-after-accept', 2: '500-after-accept' });
  const mailing = await untilStatus(newsroom, article.id);
  expect(mailing).toMatchObject({ candidates: 2, accepted: 1, excluded: 1 });
  const friday = afterNextFriday();
  await scheduleDigests(newsroom.payload, friday);
  await scheduleDigests(newsroom.payload, friday);
  await reconcileNewsletter(newsroom.payload);
  expect(Object.fromEntries(mailsPerAddress(newsroom.provider))).toEqual({
    [now.email ?? '']: 1,
    [weekly.email ?? '']: 1,
  });
});

test('subscribing and confirming', async () => {
  const email = 'Kari@eksempel.no';
  await postForm(newsroom, '/api/newsletter/subscribe', { email });
  await expect
    .poll(async () => {
      await reconcileNewsletter(newsroom.payload);
      return newsroom.provider.accepted().length;
    })
    .toBe(1);
  const link = /http:\/\/localhost:\d+(\S+confirm\?token=\S+)/.exec(
    newsroom.provider.accepted()[0]?.text ?? '',
  );
  expect((await postForm(newsroom, link?.[1] ?? '')).status).toBe(303);
  const row = await newsroom.payload.db.findOne({
    collection: 'subscribers',
    where: { address: { equals: email.toLowerCase() } },
  });
  expect(row).toMatchObject({ state: 'active', confirmNonce: null });
});
