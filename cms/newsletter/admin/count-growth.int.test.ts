import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSubscriber, startNewsroom, type Newsroom } from '../testing/start-newsroom.ts';
import { countGrowth } from './count-growth.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600 * 1000).toISOString();

test('counts who was active at the end of each week', async () => {
  await aSubscriber(newsroom, { confirmedAt: daysAgo(100) });
  await aSubscriber(newsroom, { confirmedAt: daysAgo(10) });
  await aSubscriber(newsroom, {
    confirmedAt: daysAgo(20),
    state: 'unsubscribed',
    unsubscribedAt: daysAgo(3),
  });
  await aSubscriber(newsroom, { confirmedAt: null, state: 'pending' });
  // Had left where she came from, nobody knows when.
  await aSubscriber(newsroom, { confirmedAt: daysAgo(20), state: 'unsubscribed' });
  const growth = await countGrowth(newsroom.payload, 3);
  expect(growth.map(({ active }) => active)).toEqual([1, 2, 3, 2]);
});
