import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { scheduleDigests } from '../mailings/schedule-digests.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { afterNextFriday } from '../testing/after-next-friday.ts';
import { clearNewsroom } from '../testing/clear-newsroom.ts';
import {
  aPublishedArticle,
  aSubscriber,
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
beforeEach(async () => {
  await clearNewsroom(newsroom);
});

const friday = afterNextFriday();

test('an article that is deleted in the middle of its mailing is mailed to nobody more', async () => {
  await manySubscribers(newsroom, 450, 'slettet');
  const article = await aPublishedArticle(newsroom);
  newsroom.provider.plan({ 2: '429-quota', 3: '429-quota', 4: '429-quota', 5: '429-quota' });
  const mailing = await untilStatus(newsroom, article.id, 'paused');
  const before = newsroom.provider.accepted().length;
  newsroom.provider.plan({});
  newsroom.site.pages.clear();
  await newsroom.payload.delete({ collection: 'articles', id: article.id });
  await wakeUp(newsroom, mailing.id);
  await reconcileNewsletter(newsroom.payload);
  expect(newsroom.provider.accepted().length).toBe(before);
  const ended = await newsroom.payload.findByID({ collection: 'mailings', id: mailing.id });
  expect(ended).toMatchObject({ status: 'finished', accepted: before, excluded: 450 - before });
}, 60_000);

test('an article that is deleted before its mailing began leaves nothing that waits', async () => {
  await manySubscribers(newsroom, 3, 'for-tidlig');
  newsroom.site.pages.clear();
  const article = await aPublishedArticle(newsroom);
  newsroom.site.pages.clear();
  const mailing = await untilStatus(newsroom, article.id, 'held');
  await newsroom.payload.delete({ collection: 'articles', id: article.id });
  await reconcileNewsletter(newsroom.payload);
  const ended = await newsroom.payload.findByID({ collection: 'mailings', id: mailing.id });
  expect(ended).toMatchObject({
    status: 'cancelled',
    heldReason: expect.stringMatching(/slettet/),
  });
  expect(newsroom.provider.accepted()).toEqual([]);
}, 60_000);

test('a digest goes no further once one of its articles is taken off', async () => {
  for (let n = 0; n < 900; n += 1)
    await aSubscriber(newsroom, { email: `u${String(n)}@eksempel.no`, frequency: 'weekly' });
  const article = await aPublishedArticle(newsroom, { title: 'Trukket' });
  await untilStatus(newsroom, article.id);
  await scheduleDigests(newsroom.payload, friday);
  let off: Promise<unknown> | undefined;
  let before = 0;
  newsroom.provider.onAnswer = () => {
    if (off !== undefined) return;
    before = newsroom.provider.accepted().length;
    newsroom.site.pages.clear();
    off = newsroom.payload.update({
      collection: 'articles',
      id: article.id,
      data: { _status: 'draft' },
    });
  };
  await reconcileNewsletter(newsroom.payload);
  await off;
  // Those that were under way.
  expect(newsroom.provider.accepted().length).toBeLessThanOrEqual(before + 300);
}, 120_000);
