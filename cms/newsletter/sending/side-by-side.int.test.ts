import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { neverLeased, newBatch, newDelivery } from '../store/new-rows.ts';
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

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
afterEach(async () => {
  newsroom.provider.plan({});
  newsroom.provider.onAnswer = () => undefined;
  newsroom.provider.forget();
  for (const collection of [
    ...(['batches', 'deliveries', 'mailings', 'subscribers', 'articles'] as const),
  ]) {
    await newsroom.payload.db.deleteMany({ collection, where: {} });
  }
});

/** A mailing that waits for an answer, with so many readers. */
async function openMailing(readers: number, name: string): Promise<string> {
  await manySubscribers(newsroom, readers, name);
  const article = await aPublishedArticle(newsroom);
  newsroom.provider.plan({ 1: '429-quota', 2: '429-quota', 3: '429-quota' });
  const { id } = await untilStatus(newsroom, article.id, 'paused');
  newsroom.provider.plan({});
  newsroom.provider.forget();
  return id;
}

describe('mailings do not hold up each other', () => {
  test('one that throws is told of; the other is sent, and so are its own batches behind', async () => {
    const broken = await openMailing(150, 'a');
    await newsroom.payload.db.updateOne({
      collection: 'batches',
      where: { and: [{ mailing: { equals: broken } }, { firstPosition: { equals: 0 } }] },
      data: { openAttempts: 1, request: 'bm90IGd6aXA=', idempotencyKey: 'kf/x', requestHash: 'x' },
    });
    const other = await aPublishedArticle(newsroom);
    await wakeUp(newsroom, broken);
    await expect(reconcileNewsletter(newsroom.payload)).rejects.toThrow();
    await reconcileNewsletter(newsroom.payload);
    expect(await mailingOf(newsroom, other.id)).toMatchObject({ status: 'finished' });
    const states = (await newsroom.payload.find({ collection: 'batches', limit: 0 })).docs
      .filter(({ mailing }) => (typeof mailing === 'object' ? mailing?.id : mailing) === broken)
      .map(({ firstPosition, state }) => [firstPosition, state]);
    expect(states.toSorted()).toEqual([
      [0, 'open'],
      [100, 'settled'],
    ]);
  });

  test('a step that fails keeps none of the steps behind it from their work', async () => {
    const stale = await aSubscriber(newsroom, {
      state: 'pending',
      confirmExpiresAt: new Date(Date.now() - 1000).toISOString(),
    });
    const broken = await aSubscriber(newsroom, {
      state: 'pending',
      confirmation: 'requested',
      confirmationNextAt: new Date(0).toISOString(),
    });
    await expect(reconcileNewsletter(newsroom.payload)).rejects.toThrow(broken.id);
    const left = await newsroom.payload.find({ collection: 'subscribers' });
    expect(left.docs.map(({ id }) => id)).not.toContain(stale.id);
  });

  test('an alert to few does not wait for one to many, not even for one that is under way', async () => {
    const many = await openMailing(1000, 'mange');
    // Whom the long mailing is for was fixed; the next article is not for them.
    await newsroom.payload.db.updateMany({
      collection: 'subscribers',
      where: {},
      data: { series: ['en-annen'] },
    });
    await manySubscribers(newsroom, 10, 'noen');
    newsroom.provider.change({ requestsPerSecond: 1 });
    // Nothing is answered until the short mailing is there: only the turns are left to chance.
    let isFrozen: Promise<void> | undefined;
    newsroom.provider.onAnswer = () => (isFrozen ??= publishAndFreeze());
    const publishAndFreeze = async () => {
      const { id } = await aPublishedArticle(newsroom);
      await expect
        .poll(async () => (await mailingOf(newsroom, id))?.frozenAt, { timeout: 20_000 })
        .toBeTruthy();
    };
    await wakeUp(newsroom, many);
    await reconcileNewsletter(newsroom.payload);
    newsroom.provider.change({ requestsPerSecond: 100 });
    const order = newsroom.provider.accepted().map(({ to }) => to[0]?.split('-')[0]);
    expect(order.filter((name) => name === 'noen')).toHaveLength(10);
    expect(order.at(-1)).toBe('mange');
  });

  test('fifty about which nobody has decided hide no later one', async () => {
    await aSubscriber(newsroom);
    const old = new Date(Date.now() - 49 * 3_600_000).toISOString();
    for (let n = 0; n < 51; n++) await aPublishedArticle(newsroom, { requestedAt: old });
    await reconcileNewsletter(newsroom.payload);
    const fresh = await aPublishedArticle(newsroom);
    await untilStatus(newsroom, fresh.id);
    expect(newsroom.provider.accepted()).toHaveLength(1);
  }, 120_000);
});

describe('nobody is left in no batch', () => {
  test('a gap in the positions, as a killed insert leaves it, is no harm', async () => {
    const readers = await manySubscribers(newsroom, 30);
    const article = await aPublishedArticle(newsroom);
    newsroom.site.pages.clear();
    const held = await untilStatus(newsroom, article.id, 'held');
    await newsroom.payload.db.updateOne({
      collection: 'mailings',
      id: held.id,
      data: {
        ...{ subject: 'Køen er død', html: '<p>Køen er død</p>', text: 'Køen er død' },
        ...{ contentHash: 'x', audienceAt: new Date().toISOString(), status: 'freezing' },
      },
    });
    for (const [position, { id }] of readers.entries()) {
      if (position === 7 || position > 19) continue;
      await newsroom.payload.db.create({
        collection: 'deliveries',
        data: {
          ...newDelivery,
          ...{ mailing: held.id, subscriber: id, position, state: 'waiting' },
          ...{ key: `${held.id}:${id}`, slot: `${held.id}:${position}`, reason: null },
        },
      });
    }
    newsroom.site.pages.set(`/saker/${article.slug}/`, { revision: article.revision });
    const sent = await untilStatus(newsroom, article.id);
    expect(sent).toMatchObject({ candidates: 30, accepted: 30 });
    expect([...mailsPerAddress(newsroom.provider).values()]).toEqual(Array(30).fill(1));
  });

  test('who got a place where the batches were sent already is sent to after all', async () => {
    const id = await openMailing(5, 'etternoler');
    await newsroom.payload.db.deleteMany({ collection: 'batches', where: {} });
    await newsroom.payload.db.create({
      collection: 'batches',
      data: {
        ...newBatch,
        ...neverLeased,
        ...{ key: `${id}:0`, mailing: id, firstPosition: 0, lastPosition: 99, state: 'settled' },
      },
    });
    await wakeUp(newsroom, id);
    await reconcileNewsletter(newsroom.payload);
    const mailing = await newsroom.payload.findByID({ collection: 'mailings', id });
    expect(mailing).toMatchObject({ status: 'finished', accepted: 5 });
    expect([...mailsPerAddress(newsroom.provider).values()]).toEqual(Array(5).fill(1));
  });
});

test('an article taken off in the middle is mailed to nobody beyond the batches under way', async () => {
  const id = await openMailing(900, 'midtveis');
  const mailing = await newsroom.payload.findByID({ collection: 'mailings', id, depth: 0 });
  newsroom.provider.onAnswer = async (passed) => {
    if (passed !== 1) return;
    await newsroom.payload.update({
      collection: 'articles',
      id: String(mailing.article),
      data: { _status: 'draft' },
    });
  };
  await wakeUp(newsroom, id);
  await reconcileNewsletter(newsroom.payload);
  expect(newsroom.provider.accepted().length).toBeLessThanOrEqual(300);
  const stopped = await newsroom.payload.findByID({ collection: 'mailings', id });
  expect(stopped).toMatchObject({ status: 'paused' });
  const rows = await deliveriesOf(newsroom, { id } as Parameters<typeof deliveriesOf>[1]); // all it looks at
  expect(rows.filter(({ state }) => state === 'waiting').length).toBeGreaterThanOrEqual(600);
});
