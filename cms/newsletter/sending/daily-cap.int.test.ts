import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startOfDay } from './daily-cap.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import {
  aPublishedArticle,
  mailingOf,
  mailsPerAddress,
  manySubscribers,
  startNewsroom,
  untilStatus,
  wakeUp,
  type Newsroom,
} from '../testing/start-newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
beforeEach(() => newsroom.provider.forget());

const setCap = (mostPerDay: number | null) =>
  newsroom.payload.updateGlobal({ slug: 'newsletter-settings', data: { mostPerDay } });

test('no more than the cap leave in a day, and the rest goes when it is raised', async () => {
  await manySubscribers(newsroom, 130);
  await setCap(45);
  const article = await aPublishedArticle(newsroom);
  const paused = await untilStatus(newsroom, article.id, 'paused');
  expect(paused.pauseReason).toMatch(/Dagens grense på 45/);
  expect(newsroom.provider.accepted()).toHaveLength(45);

  await setCap(100);
  await wakeUp(newsroom, paused.id);
  await untilStatus(newsroom, article.id, 'paused');
  expect(newsroom.provider.accepted()).toHaveLength(100);

  // The day after: what left yesterday no longer counts.
  await newsroom.payload.db.updateMany({
    collection: 'batches',
    where: { firstAttemptAt: { exists: true } },
    data: { firstAttemptAt: new Date(Date.now() - 48 * 3_600_000).toISOString() },
  });
  await wakeUp(newsroom, paused.id);
  await reconcileNewsletter(newsroom.payload);
  expect(await mailingOf(newsroom, article.id)).toMatchObject({
    status: 'finished',
    accepted: 130,
    uncertain: 0,
  });
  expect([...mailsPerAddress(newsroom.provider).values()]).toEqual(Array(130).fill(1));
});

test('the day begins at midnight in Norway', () => {
  expect(startOfDay(new Date('2026-01-10T22:59:59Z')).toISOString()).toBe(
    '2026-01-09T23:00:00.000Z',
  );
  expect(startOfDay(new Date('2026-07-10T22:00:00Z')).toISOString()).toBe(
    '2026-07-10T22:00:00.000Z',
  );
});
