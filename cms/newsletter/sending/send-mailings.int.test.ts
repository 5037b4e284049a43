import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import type { BatchRow } from '../store/rows.ts';
import { sendAgain } from '../mailings/send-again.ts';
import {
  aPublishedArticle,
  aSubscriber,
  deliveriesOf,
  mailingOf,
  mailsPerAddress,
  manySubscribers,
  startNewsroom,
  untilStatus,
  wakeUp,
  type Newsroom,
} from '../testing/start-newsroom.ts';
import type { Fault } from '../testing/start-provider.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
beforeEach(() => {
  newsroom.provider.plan({});
  newsroom.provider.forget();
});
afterEach(async () => {
  await newsroom.payload.db.deleteMany({ collection: 'subscribers', where: {} });
});

const expectBalance = (mailing: Record<string, unknown>) => {
  const { candidates, accepted, excluded, failed, uncertain } = mailing;
  const known = [accepted, excluded, failed, uncertain].map(Number).reduce((a, b) => a + b);
  expect(known).toBe(candidates);
};

describe('one article becomes one mail each', () => {
  test('every active subscriber gets exactly one, nobody else any', async () => {
    const readers = await manySubscribers(newsroom, 230);
    for (const state of ['pending', 'unsubscribed', 'suppressed'] as const) {
      await aSubscriber(newsroom, { state });
    }
    const article = await aPublishedArticle(newsroom);
    const mailing = await untilStatus(newsroom, article.id);
    const counts = mailsPerAddress(newsroom.provider);
    expect(counts.size).toBe(230);
    expect(readers.every(({ email }) => counts.get(email ?? '') === 1)).toBe(true);
    expect(mailing).toMatchObject({ candidates: 230, accepted: 230, uncertain: 0 });
    expect(newsroom.provider.requests.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test('publishing again, editing, unpublishing and republishing mail nobody a second time', async () => {
    await manySubscribers(newsroom, 3);
    const article = await aPublishedArticle(newsroom);
    await untilStatus(newsroom, article.id);
    for (const _status of ['draft', 'published', 'published'] as const) {
      await newsroom.payload.update({
        collection: 'articles',
        id: article.id,
        data: {
          title: 'Ny tittel',
          _status,
          alert: { requestedAt: new Date().toISOString(), handledAt: null },
        },
      });
      await reconcileNewsletter(newsroom.payload);
    }
    expect(newsroom.provider.accepted()).toHaveLength(3);
  });

  test('the mail carries its own links, one-click headers and tags', async () => {
    const reader = await aSubscriber(newsroom);
    const article = await aPublishedArticle(newsroom);
    const mailing = await untilStatus(newsroom, article.id);
    const [mail] = newsroom.provider.accepted();
    const [delivery] = await deliveriesOf(newsroom, mailing);
    const link = /^<(http:\/\/localhost:\d+\/api\/newsletter\/unsubscribe\?token=[^>]+)>$/.exec(
      mail?.headers['List-Unsubscribe'] ?? '',
    )?.[1];
    expect(link).toContain(reader.id);
    expect(mail?.html).toContain(link);
    expect(mail?.text).toContain(link);
    expect(mail?.html).not.toContain('placeholder');
    expect(mail?.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(mail?.headers['List-Id']).toMatch(/^<.+>$/);
    expect(mail?.tags).toContainEqual({ name: 'delivery', value: delivery?.id });
  });
});

describe('faults of the provider', () => {
  test.each<[string, Record<number, Fault>]>([
    ['a connection cut before accepting', { 1: 'reset-before-accept', 2: 'reset-before-accept' }],
    ['a connection cut after accepting', { 1: 'reset-after-accept', 3: 'reset-after-accept' }],
    ['500 before and after accepting', { 1: '500-before-accept', 2: '500-after-accept' }],
    ['an answer cut short', { 1: 'truncated-json' }],
    ['a rate limit', { 1: '429-rate', 2: '429-rate' }],
    ['a first attempt still running', { 1: 'reset-after-accept', 2: '409-concurrent' }],
    ['a refusal of a repetition', { 1: 'reset-after-accept', 3: '400-refused', 4: '422-refused' }],
    ['refusals of every kind', { 1: '500-after-accept', 3: '451-refused', 4: '400-refused' }],
  ])('%s: still exactly one mail each', async (_, faults) => {
    await manySubscribers(newsroom, 150);
    const article = await aPublishedArticle(newsroom);
    newsroom.provider.plan(faults);
    const mailing = await untilStatus(newsroom, article.id);
    const counts = [...mailsPerAddress(newsroom.provider).values()];
    expect(counts).toEqual(Array(150).fill(1));
    expect(mailing).toMatchObject({ accepted: 150, uncertain: 0, failed: 0 });
  });

  test.each<[string, RegExp, () => void, () => void]>([
    [
      'a used-up quota',
      /kvote/,
      () => newsroom.provider.change({ dailyQuota: 0 }),
      () => newsroom.provider.change({ dailyQuota: null }),
    ],
    ['a wrong key', /RESEND_API_KEY/, () => useKey('re_wrong'), () => useKey('re_test')],
  ])('%s pauses the mailing visibly; it goes on by itself', async (_, reason, spoil, mend) => {
    await manySubscribers(newsroom, 2);
    const article = await aPublishedArticle(newsroom);
    spoil();
    const paused = await untilStatus(newsroom, article.id, 'paused');
    expect(paused.pauseReason).toMatch(reason);
    expect(newsroom.provider.accepted()).toHaveLength(0);
    mend();
    await wakeUp(newsroom, paused.id);
    const mailing = await untilStatus(newsroom, article.id);
    expect(mailing).toMatchObject({ accepted: 2, pauseReason: null });
  });

  test('one bad address costs only itself', async () => {
    await manySubscribers(newsroom, 120);
    await aSubscriber(newsroom, { email: 'bad-eksempel.no' });
    const article = await aPublishedArticle(newsroom);
    const mailing = await untilStatus(newsroom, article.id);
    expect(mailing).toMatchObject({ accepted: 120, failed: 1 });
    const failed = (await deliveriesOf(newsroom, mailing)).find(({ state }) => state === 'failed');
    expect(failed?.reason).toMatch(/avvist/);
    expect(failed?.reason).not.toContain('@');
  });

  test('an answer that stays unknown for 23 hours becomes uncertain and is never sent again', async () => {
    await manySubscribers(newsroom, 2);
    const article = await aPublishedArticle(newsroom);
    newsroom.provider.plan({ 1: 'reset-after-accept' });
    await reconcileNewsletter(newsroom.payload);
    const mailing = await mailingOf(newsroom, article.id);
    await newsroom.payload.db.updateOne({
      collection: 'batches',
      where: { mailing: { equals: mailing?.id } },
      data: {
        firstAttemptAt: new Date(Date.now() - 24 * 3600 * 1000).toISOString(),
        nextAttemptAt: new Date(0).toISOString(),
      },
    });
    expect(await untilStatus(newsroom, article.id)).toMatchObject({ uncertain: 2, accepted: 0 });
    await reconcileNewsletter(newsroom.payload);
    expect(newsroom.provider.accepted()).toHaveLength(2);
  });

  test.each(['400-refused', '403-refused', '422-refused', '451-refused', '429-quota'] as const)(
    '%s as the answer to a repetition proves nothing: one mail, and no other key',
    async (fault) => {
      await manySubscribers(newsroom, 2);
      const article = await aPublishedArticle(newsroom);
      newsroom.provider.plan({ 1: '500-after-accept', 2: fault, 3: fault });
      await reconcileNewsletter(newsroom.payload);
      const { id } = (await mailingOf(newsroom, article.id)) ?? { id: '' };
      while (newsroom.provider.requests.length < 3) {
        await wakeUp(newsroom, id);
        await reconcileNewsletter(newsroom.payload);
      }
      await wakeUp(newsroom, id);
      expect(await untilStatus(newsroom, article.id)).toMatchObject({ accepted: 2, failed: 0 });
      expect(newsroom.provider.accepted()).toHaveLength(2);
      expect(new Set(newsroom.provider.requests.map(({ key }) => key)).size).toBe(1);
    },
  );

  test('«send again» leaves alone who may have got it, though every repetition was refused', async () => {
    await manySubscribers(newsroom, 1);
    const article = await aPublishedArticle(newsroom);
    newsroom.provider.plan({ 1: '500-after-accept', 2: '422-refused' });
    await reconcileNewsletter(newsroom.payload);
    const { id } = (await mailingOf(newsroom, article.id)) ?? { id: '' };
    while (newsroom.provider.requests.length < 2) {
      await wakeUp(newsroom, id);
      await reconcileNewsletter(newsroom.payload);
    }
    await newsroom.payload.db.updateOne({
      collection: 'batches',
      where: { mailing: { equals: id } },
      data: {
        firstAttemptAt: new Date(Date.now() - 24 * 3600 * 1000).toISOString(),
        nextAttemptAt: new Date(0).toISOString(),
      },
    });
    expect(await untilStatus(newsroom, article.id)).toMatchObject({ uncertain: 1, failed: 0 });
    expect(await sendAgain(newsroom.payload, id)).toBe(0);
    await untilStatus(newsroom, article.id);
    expect(newsroom.provider.accepted()).toHaveLength(1);
  });

  test('every attempt of an unknown request has the same key and nothing personal stays behind', async () => {
    await manySubscribers(newsroom, 2);
    const article = await aPublishedArticle(newsroom);
    newsroom.provider.plan({ 1: '500-after-accept', 2: '500-after-accept' });
    const mailing = await untilStatus(newsroom, article.id);
    expect(new Set(newsroom.provider.requests.map(({ key }) => key)).size).toBe(1);
    const batch = await newsroom.payload.db.findOne<BatchRow>({
      collection: 'batches',
      where: { mailing: { equals: mailing.id } },
    });
    expect(batch).toMatchObject({ state: 'settled', request: null, answer: null, attempts: 3 });
    expect(newsroom.provider.requests[0]?.key).toMatch(
      new RegExp(`^kf/${mailing.id}/0/[0-9a-f]{16}$`),
    );
  });
});

describe('who is meant', () => {
  test('weekly readers and followers of other series are excluded with the reason', async () => {
    const series = await newsroom.payload.create({
      collection: 'series',
      data: { name: 'Servicehverdag', slug: 'servicehverdag' },
    });
    await aSubscriber(newsroom, { frequency: 'weekly' });
    await aSubscriber(newsroom, { series: ['en-annen'] });
    const follower = await aSubscriber(newsroom, { series: ['servicehverdag'] });
    const article = await aPublishedArticle(newsroom, { series: series.id });
    const mailing = await untilStatus(newsroom, article.id);
    expect(mailing).toMatchObject({ candidates: 3, accepted: 1, excluded: 2 });
    expect(newsroom.provider.accepted().map(({ to }) => to[0])).toEqual([follower.email]);
    const reasons = (await deliveriesOf(newsroom, mailing)).map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason !== null)).toHaveLength(2);
    expectBalance({ ...mailing });
  });

  test('who leaves, is suppressed or erased between freeze and send gets nothing', async () => {
    const [a, b, c, d] = await manySubscribers(newsroom, 4);
    const article = await aPublishedArticle(newsroom);
    newsroom.provider.plan({ 1: '429-quota' });
    const paused = await untilStatus(newsroom, article.id, 'paused');
    const set = (id: string | undefined, state: string) =>
      newsroom.payload.db.updateOne({ collection: 'subscribers', id: id ?? '', data: { state } });
    await set(a?.id, 'unsubscribed');
    await set(b?.id, 'suppressed');
    await newsroom.payload.db.deleteOne({
      collection: 'subscribers',
      where: { id: { equals: c?.id } },
    });
    await wakeUp(newsroom, paused.id);
    const mailing = await untilStatus(newsroom, article.id);
    expect(newsroom.provider.accepted().map(({ to }) => to[0])).toEqual([d?.email]);
    expect(mailing).toMatchObject({ candidates: 4, accepted: 1, excluded: 3 });
  });

  test('an article without readers is finished at once', async () => {
    const article = await aPublishedArticle(newsroom);
    expect(await untilStatus(newsroom, article.id)).toMatchObject({ candidates: 0 });
  });
});

const useKey = (key: string) => Object.assign(process.env, { RESEND_API_KEY: key });
