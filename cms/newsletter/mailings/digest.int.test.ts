import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { scheduleDigests } from './schedule-digests.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { afterNextFriday } from '../testing/after-next-friday.ts';
import { clearNewsroom } from '../testing/clear-newsroom.ts';
import {
  aPublishedArticle,
  aSubscriber,
  startNewsroom,
  untilStatus,
  type Newsroom,
} from '../testing/start-newsroom.ts';

const friday = afterNextFriday();
const weekLater = new Date(friday.getTime() + 7 * 24 * 3600 * 1000);

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
beforeEach(async () => {
  await clearNewsroom(newsroom);
});

async function publish(title: string, more: Record<string, unknown> = {}) {
  const article = await aPublishedArticle(newsroom, { title, ...more });
  await untilStatus(newsroom, article.id);
  return article;
}

async function sendDigest(at: Date) {
  await scheduleDigests(newsroom.payload, at);
  await reconcileNewsletter(newsroom.payload);
}

const subjectsOf = (email: string | null) =>
  newsroom.provider
    .accepted()
    .filter(({ to }) => to[0] === email)
    .map(({ subject }) => subject);
const setFrequency = (id: string, frequency: string) =>
  newsroom.payload.db.updateOne({ collection: 'subscribers', id, data: { frequency } });

test('a weekly reader gets one mail with everything that was new, once', async () => {
  const weekly = await aSubscriber(newsroom, { frequency: 'weekly' });
  const each = await aSubscriber(newsroom);
  await publish('Første sak');
  await publish('Andre sak');
  expect(subjectsOf(weekly.email)).toEqual([]);
  await sendDigest(friday);
  await sendDigest(friday);
  await sendDigest(weekLater);
  expect(subjectsOf(weekly.email)).toEqual(['Første sak – og 1 sak til']);
  expect(subjectsOf(each.email)).toEqual(['Første sak', 'Andre sak']);
  const digest = newsroom.provider.accepted().find(({ to }) => to[0] === weekly.email);
  expect(digest?.text).toContain('Andre sak');
  expect(digest?.headers['List-Unsubscribe']).toContain(weekly.id);
});

test('moving between the modes neither repeats nor loses an article', async () => {
  const reader = await aSubscriber(newsroom, { frequency: 'weekly' });
  await publish('Holdt tilbake');
  await setFrequency(reader.id, 'each');
  await publish('Med en gang');
  await setFrequency(reader.id, 'weekly');
  await sendDigest(friday);
  await setFrequency(reader.id, 'each');
  await sendDigest(weekLater);
  expect(subjectsOf(reader.email)).toEqual(['Med en gang', 'Holdt tilbake']);
});

test('each gets the articles of her own series, and who waits for none gets nothing', async () => {
  const series = await newsroom.payload.create({
    collection: 'series',
    data: { name: 'Køen', slug: 'koen' },
  });
  const follower = await aSubscriber(newsroom, { frequency: 'weekly', series: ['koen'] });
  const other = await aSubscriber(newsroom, { frequency: 'weekly', series: ['annet'] });
  await publish('I serien', { series: series.id });
  await publish('Utenfor');
  await sendDigest(friday);
  expect(subjectsOf(follower.email)).toEqual(['I serien']);
  expect(subjectsOf(other.email)).toEqual([]);
});

test('nothing new: no mailing at all; an article off the site waits', async () => {
  const reader = await aSubscriber(newsroom, { frequency: 'weekly' });
  await sendDigest(friday);
  const { id, slug, revision } = await publish('Borte');
  newsroom.site.pages.delete(`/saker/${slug}/`);
  await sendDigest(friday);
  expect(await newsroom.payload.db.count({ collection: 'mailings', where: {} })).toMatchObject({
    totalDocs: 1,
  });
  // It was looked at: another look has to wait a little, and costs nothing meanwhile.
  const count = vi.spyOn(newsroom.payload.db, 'count');
  await scheduleDigests(newsroom.payload, friday);
  expect(count).not.toHaveBeenCalled();
  count.mockRestore();
  newsroom.site.pages.set(`/saker/${slug}/`, { revision });
  await sendDigest(weekLater);
  expect(subjectsOf(reader.email)).toEqual(['Borte']);
  expect(id).not.toBe('');
});
