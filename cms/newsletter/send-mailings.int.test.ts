import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reconcileNewsletter } from './reconcile-newsletter.ts';
import type { BatchRow } from './rows.ts';
import {
  aPublishedArticle,
  aSubscriber,
  deliveriesOf,
  mailingOf,
  mailsPerAddress,
  manySubscribers,
  startNewsroom,
  untilStatus,
  type Newsroom,
} from './testing/start-newsroom.ts';
import type { Fault } from './testing/start-provider.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
beforeEach(() => {
  newsroom.provider.plan({});
  newsroom.provider.accepted.length = 0;
  newsroom.provider.requests.length = 0;
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
    expect(newsroom.provider.accepted).toHaveLength(3);
  });

  test('the mail carries its own links, one-click headers and tags', async () => {
    const reader = await aSubscriber(newsroom);
    const article = await aPublishedArticle(newsroom);
    const mailing = await untilStatus(newsroom, article.id);
    const [mail] = newsroom.provider.accepted;
    const [delivery] = await deliveriesOf(newsroom, mailing);
    const link = /^<(http:\/\/cms\.example\/api\/newsletter\/unsubscribe\?token=[^>]+)>$/.exec(
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
    ['a connection cut before accepting', { 1: 'reset-before', 2: 'reset-before' }],
    ['a connection cut after accepting', { 1: 'reset-after', 3: 'reset-after' }],
    ['500 before and after accepting', { 1: '500-before', 2: '500-after' }],
    ['an answer cut short', { 1: 'truncated' }],
    ['a rate limit', { 1: '429-rate', 2: '429-rate' }],
    ['a first attempt still running', { 1: 'reset-after', 2: '409-concurrent' }],
  ])('%s: still exactly one mail each', async (_, faults) => {
    await manySubscribers(newsroom, 150);
    const article = await aPublishedArticle(newsroom);
    newsroom.provider.plan(faults);
    const mailing = await untilStatus(newsroom, article.id);
    const counts = [...mailsPerAddress(newsroom.provider).values()];
    expect(counts).toEqual(Array(150).fill(1));
    expect(mailing).toMatchObject({ accepted: 150, uncertain: 0, failed: 0 });
  });

  test.each<[Fault, RegExp]>([
    ['429-quota', /kvote/],
    ['403', /RESEND_API_KEY/],
  ])('%s pauses the mailing visibly; it goes on by itself', async (fault, reason) => {
    await manySubscribers(newsroom, 2);
    const article = await aPublishedArticle(newsroom);
    newsroom.provider.plan({ 1: fault });
    const paused = await untilStatus(newsroom, article.id, 'paused');
    expect(paused.pauseReason).toMatch(reason);
    expect(newsroom.provider.accepted).toHaveLength(0);
    await wakeUp(paused.id);
    const mailing = await untilStatus(newsroom, article.id);
    expect(mailing).toMatchObject({ accepted: 2, pauseReason: null });
  });

  test('one bad address costs only itself', async () => {
    await manySubscribers(newsroom, 120);
    await aSubscriber(newsroom, { email: 'bad@eksempel.no' });
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
    newsroom.provider.plan({ 1: 'reset-after' });
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
    expect(newsroom.provider.accepted).toHaveLength(2);
  });

  test('every attempt of an unknown request has the same key and nothing personal stays behind', async () => {
    await manySubscribers(newsroom, 2);
    const article = await aPublishedArticle(newsroom);
    newsroom.provider.plan({ 1: '500-after', 2: '500-after' });
    const mailing = await untilStatus(newsroom, article.id);
    expect(new Set(newsroom.provider.requests.map(({ key }) => key)).size).toBe(1);
    const batch = await newsroom.payload.db.findOne<BatchRow>({
      collection: 'batches',
      where: { mailing: { equals: mailing.id } },
    });
    expect(batch).toMatchObject({ state: 'settled', request: null, attempts: 3 });
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
    expect(newsroom.provider.accepted.map(({ to }) => to)).toEqual([follower.email]);
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
    await wakeUp(paused.id);
    const mailing = await untilStatus(newsroom, article.id);
    expect(newsroom.provider.accepted.map(({ to }) => to)).toEqual([d?.email]);
    expect(mailing).toMatchObject({ candidates: 4, accepted: 1, excluded: 3 });
  });

  test('an article without readers is finished at once', async () => {
    const article = await aPublishedArticle(newsroom);
    expect(await untilStatus(newsroom, article.id)).toMatchObject({ candidates: 0 });
  });
});

describe('mail only when live', () => {
  test.each([
    ['is missing', undefined, /404/],
    ['shows an older revision', { revision: 'old' }, /eldre utgave/],
    ['names another canonical address', { canonical: 'https://annet.example/' }, /kanoniske/],
    ['redirects', { status: 301 }, /301/],
    ['fails', { status: 500 }, /500/],
  ])('a page that %s holds the alert; it goes by itself once live', async (_, shown, why) => {
    await aSubscriber(newsroom);
    const article = await aPublishedArticle(newsroom, { isLive: false });
    const path = `/saker/${article.slug}/`;
    if (shown) newsroom.site.pages.set(path, { revision: article.revision, ...shown });
    const held = await untilStatus(newsroom, article.id, 'held');
    expect(held.heldReason).toMatch(why);
    expect(newsroom.provider.requests).toHaveLength(0);
    newsroom.site.pages.set(path, { revision: article.revision });
    await untilStatus(newsroom, article.id);
    expect(newsroom.provider.accepted).toHaveLength(1);
  });

  test('a wish older than 48 hours asks a person, who may send or cancel', async () => {
    await aSubscriber(newsroom);
    const old = { alert: { requestedAt: new Date(Date.now() - 49 * 3600 * 1000).toISOString() } };
    const [sent, dropped] = [
      await aPublishedArticle(newsroom, old),
      await aPublishedArticle(newsroom, old),
    ];
    const decide = async (articleId: string, decision: 'send' | 'cancel') => {
      const { id } = await untilStatus(newsroom, articleId, 'needs-person');
      await newsroom.payload.update({ collection: 'mailings', id, data: { decision } });
    };
    await decide(sent.id, 'send');
    await decide(dropped.id, 'cancel');
    await untilStatus(newsroom, sent.id, 'finished');
    await untilStatus(newsroom, dropped.id, 'cancelled');
    expect(newsroom.provider.accepted).toHaveLength(1);
  });

  test('a held mailing says so when its article is taken off the site, and goes when it is back', async () => {
    await aSubscriber(newsroom);
    const article = await aPublishedArticle(newsroom, { isLive: false });
    const setStatus = (_status: string) =>
      newsroom.payload.db.updateOne({ collection: 'articles', id: article.id, data: { _status } });
    await untilStatus(newsroom, article.id, 'held');
    await setStatus('draft');
    expect((await untilStatus(newsroom, article.id, 'held')).heldReason).toMatch(/avpublisert/);
    newsroom.site.pages.set(`/saker/${article.slug}/`, { revision: article.revision });
    await setStatus('published');
    await untilStatus(newsroom, article.id);
    expect(newsroom.provider.accepted).toHaveLength(1);
  });

  test('an article taken off the site while its mailing waits is not mailed', async () => {
    await aSubscriber(newsroom);
    const article = await aPublishedArticle(newsroom);
    newsroom.provider.plan({ 1: '429-quota' });
    const paused = await untilStatus(newsroom, article.id, 'paused');
    await newsroom.payload.db.updateOne({
      collection: 'articles',
      id: article.id,
      data: { _status: 'draft' },
    });
    await wakeUp(paused.id);
    await reconcileNewsletter(newsroom.payload);
    expect((await mailingOf(newsroom, article.id))?.pauseReason).toMatch(/avpublisert/);
    expect(newsroom.provider.accepted).toHaveLength(0);
  });
});

/** Lets a paused mailing and its batches go on without waiting for the clock. */
async function wakeUp(mailingId: string): Promise<void> {
  const past = new Date(0).toISOString();
  await newsroom.payload.db.updateOne({
    collection: 'mailings',
    id: mailingId,
    data: { pausedUntil: past },
  });
  await newsroom.payload.db.updateMany({
    collection: 'batches',
    where: { mailing: { equals: mailingId } },
    data: { nextAttemptAt: past },
  });
}
