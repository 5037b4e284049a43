import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { neverLeased } from '../store/new-rows.ts';
import { startCutter, type Cutter } from '../testing/start-cutter.ts';
import {
  aPublishedArticle,
  deliveriesOf,
  mailingOf,
  mailsPerAddress,
  manySubscribers,
  startNewsroom,
  untilStatus,
  wakeUp,
  type Newsroom,
} from '../testing/start-newsroom.ts';

const readers = 120;
let cutter: Cutter;
let newsroom: Newsroom;
const direct = process.env['TEST_MONGODB_URL'] ?? '';
beforeAll(async () => {
  cutter = await startCutter(direct);
  process.env['TEST_MONGODB_URL'] = cutter.url;
  newsroom = await startNewsroom();
});
afterAll(async () => {
  await newsroom.stop();
  await cutter.stop();
  process.env['TEST_MONGODB_URL'] = direct;
});
beforeEach(async () => {
  for (const collection of ['batches', 'deliveries', 'mailings', 'subscribers'] as const) {
    await newsroom.payload.db.deleteMany({ collection, where: {} });
  }
  newsroom.provider.forget();
});

/** From the making of the mailing over its deliveries, claims, attempts and answers to the end. */
const writes = [1, 2, 3, 10, 60, 124, 126, 128, 130, 132, 137, 150, 200];

test.each(
  writes.flatMap((write) => [
    { write, when: 'before' as const },
    { write, when: 'after' as const },
  ]),
)(
  'cut off from the database $when write $write: one mail each, and the books agree',
  async ({ write, when }) => {
    await manySubscribers(newsroom, readers);
    const article = await aPublishedArticle(newsroom);
    cutter.cut({ write, times: 3, when });
    await reconcileNewsletter(newsroom.payload).catch(() => undefined); // what it was cut off from
    expect(cutter.cuts()[0]).toBeGreaterThan(0);
    cutter.cut();
    // Time passes: the leases of what was cut off run out.
    for (const collection of ['mailings', 'batches'] as const) {
      await newsroom.payload.db.updateMany({ collection, where: {}, data: neverLeased });
    }
    const mailing = await mailingOf(newsroom, article.id);
    if (mailing) await wakeUp(newsroom, mailing.id);
    const done = await untilStatus(newsroom, article.id);
    expect([...mailsPerAddress(newsroom.provider).values()]).toEqual(Array(readers).fill(1));
    expect(done).toMatchObject({ candidates: readers, accepted: readers, uncertain: 0 });
    const states = (await deliveriesOf(newsroom, done)).map(({ state }) => state);
    expect(states).toEqual(Array(readers).fill('accepted'));
  },
);
