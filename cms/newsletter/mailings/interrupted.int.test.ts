import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { epochKey, makeEpoch } from '../../../content/wire/epoch.ts';
import { scheduleDigests } from './schedule-digests.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { LeaseLost } from '../store/claim.ts';
import { neverLeased } from '../store/new-rows.ts';
import { postBatch } from '../provider/resend-client.ts';
import { sendMailings } from '../sending/send-mailings.ts';
import { payloadSendingStore } from '../store/payload-sending-store.ts';
import type { MailingRow } from '../store/rows.ts';
import { afterNextFriday } from '../testing/after-next-friday.ts';
import { clearNewsroom } from '../testing/clear-newsroom.ts';
import {
  aPublishedArticle,
  aSubscriber,
  deliveriesOf,
  mailingOf,
  mailsPerAddress,
  manySubscribers,
  showOnSite,
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
  await newsroom.payload.kv.set(epochKey, { ...makeEpoch() });
  await clearNewsroom(newsroom);
});

const hours = (n: number) => new Date(Date.now() + n * 3_600_000);
const decide = (id: string, decision: 'send' | 'cancel') =>
  newsroom.payload.update({ collection: 'mailings', id, data: { decision } });

/** A mailing to 200 of which a hundred have it; then nobody worked on it for two hours. */
async function halfSent(article: { id: string }): Promise<MailingRow> {
  await manySubscribers(newsroom, 200);
  newsroom.provider.plan({ 2: '429-quota' });
  const { id } = await untilStatus(newsroom, article.id, 'paused');
  newsroom.provider.plan({});
  await leaveAlone(id);
  await reconcileNewsletter(newsroom.payload);
  const asking = await untilStatus(newsroom, article.id, 'needs-person');
  expect(asking.heldReason).toMatch(/avbrutt/);
  expect(newsroom.provider.accepted()).toHaveLength(100);
  return asking;
}

async function leaveAlone(id: string): Promise<void> {
  await newsroom.payload.db.updateOne({
    collection: 'mailings',
    id,
    data: { aliveAt: hours(-2).toISOString() },
  });
  await wakeUp(newsroom, id);
}

test('a mailing left alone for long asks a person, and goes on when told to', async () => {
  const article = await aPublishedArticle(newsroom);
  const { id } = await halfSent(article);
  await decide(id, 'send');
  expect(await untilStatus(newsroom, article.id)).toMatchObject({ accepted: 200 });
  expect([...mailsPerAddress(newsroom.provider).values()]).toEqual(Array(200).fill(1));
});

test('told to stop, it is finished without another mail, and every delivery says why', async () => {
  const article = await aPublishedArticle(newsroom);
  const { id } = await halfSent(article);
  await decide(id, 'cancel');
  const stopped = await untilStatus(newsroom, article.id);
  expect(stopped).toMatchObject({ accepted: 100, excluded: 100, uncertain: 0 });
  expect(newsroom.provider.accepted()).toHaveLength(100);
  const reasons = (await deliveriesOf(newsroom, stopped)).map(({ reason }) => reason);
  expect(reasons.filter((reason) => reason?.includes('stanset') === true)).toHaveLength(100);
});

test('told to stop with an attempt open: whoever may have it is uncertain, not left out', async () => {
  await manySubscribers(newsroom, 2);
  const article = await aPublishedArticle(newsroom);
  newsroom.provider.plan({ 1: 'reset-after-accept' });
  await reconcileNewsletter(newsroom.payload);
  const { id } = await untilStatus(newsroom, article.id, 'sending');
  await leaveAlone(id);
  await untilStatus(newsroom, article.id, 'needs-person');
  await decide(id, 'cancel');
  expect(await untilStatus(newsroom, article.id)).toMatchObject({ uncertain: 2, excluded: 0 });
  expect(newsroom.provider.accepted()).toHaveLength(2);
});

test('what was asked for before a backup was put back asks a person first', async () => {
  const weekly = await aSubscriber(newsroom, { frequency: 'weekly' });
  const earlier = await aPublishedArticle(newsroom);
  await untilStatus(newsroom, earlier.id);
  await aSubscriber(newsroom);
  const article = await aPublishedArticle(newsroom);
  const friday = nextFriday();
  await putBackup(new Date(friday.getTime() + 60_000));
  await untilStatus(newsroom, article.id, 'needs-person');
  await scheduleDigests(newsroom.payload, friday);
  const [digest] = await digests();
  expect(digest).toMatchObject({ status: 'needs-person', frozenAt: null });
  expect(newsroom.provider.accepted()).toEqual([]);

  await decide(digest?.id ?? '', 'cancel');
  await scheduleDigests(newsroom.payload, friday);
  await scheduleDigests(newsroom.payload, friday);
  expect(await digests()).toMatchObject([{ status: 'cancelled' }]);
  await newsroom.payload.kv.set(epochKey, { ...makeEpoch() });
  await scheduleDigests(newsroom.payload, new Date(friday.getTime() + 7 * 24 * 3_600_000));
  expect(await digests()).toHaveLength(1);
  expect(newsroom.provider.accepted().map(({ to }) => to[0])).not.toContain(weekly.email);
});

test('a digest after a restore asks a person when it would tell what was asked for before', async () => {
  const weekly = await aSubscriber(newsroom, { frequency: 'weekly' });
  const article = await aPublishedArticle(newsroom);
  await untilStatus(newsroom, article.id);
  await putBackup(new Date());
  await scheduleDigests(newsroom.payload, nextFriday());
  expect(await digests()).toMatchObject([{ status: 'needs-person', frozenAt: null }]);
  expect(newsroom.provider.accepted()).toEqual([]);

  await decide((await digests())[0]?.id ?? '', 'send');
  await scheduleDigests(newsroom.payload, nextFriday());
  await reconcileNewsletter(newsroom.payload);
  expect(newsroom.provider.accepted().map(({ to }) => to[0])).toEqual([weekly.email]);
});

test('a draft in the backup that is published again after the restore asks a person first', async () => {
  const [reader] = await manySubscribers(newsroom, 1);
  const [again, dropped] = [
    await aPublishedArticle(newsroom, { _status: 'draft', isLive: false }),
    await aPublishedArticle(newsroom, { _status: 'draft', isLive: false }),
  ];
  await putBackup(new Date());
  for (const { id } of [again, dropped]) {
    await newsroom.payload.update({
      collection: 'articles',
      id,
      data: { _status: 'published' },
    });
    await showOnSite(newsroom, id);
  }
  const asking = await untilStatus(newsroom, again.id, 'needs-person');
  expect(asking.heldReason).toMatch(/sikkerhetskopi/);
  expect(newsroom.provider.accepted()).toEqual([]);

  await decide((await untilStatus(newsroom, dropped.id, 'needs-person')).id, 'cancel');
  await decide(asking.id, 'send');
  await untilStatus(newsroom, again.id);
  await untilStatus(newsroom, dropped.id, 'cancelled');
  expect(newsroom.provider.accepted().map(({ to }) => to[0])).toEqual([reader?.email]);
});

test('an article that was written after the restore is mailed without a question', async () => {
  await manySubscribers(newsroom, 1);
  await putBackup(hours(-0.01));
  const article = await aPublishedArticle(newsroom);
  await untilStatus(newsroom, article.id);
  expect(newsroom.provider.accepted()).toHaveLength(1);
});

test("what was claimed before a restore is nobody's any more; while it lasts nobody claims", async () => {
  const [reader] = await manySubscribers(newsroom, 1);
  const article = await aPublishedArticle(newsroom);
  newsroom.provider.plan({ 1: 'reset-before-accept' });
  await reconcileNewsletter(newsroom.payload);
  const { id } = await untilStatus(newsroom, article.id, 'sending');
  await wakeUp(newsroom, id);
  const store = payloadSendingStore(newsroom.payload);
  const claimed = await store.claimBatch({
    mailing: id,
    state: 'open',
    epoch: await store.epoch(),
  });
  await putBackup(new Date());
  const write = claimed && store.updateBatch(claimed.lease, { attempts: 9 });
  await expect(write).rejects.toThrow(LeaseLost);

  await newsroom.payload.kv.set(epochKey, { ...makeEpoch({ isRestoring: true }) });
  await expect(reconcileNewsletter(newsroom.payload)).rejects.toThrow(/restore/);
  expect(newsroom.provider.accepted()).toEqual([]);

  await putBackup(new Date());
  await newsroom.payload.db.updateMany({ collection: 'batches', where: {}, data: neverLeased });
  await untilStatus(newsroom, article.id, 'needs-person');
  await decide(id, 'send');
  await untilStatus(newsroom, article.id);
  expect(newsroom.provider.accepted().map(({ to }) => to[0])).toEqual([reader?.email]);
});

test('what was allowed before a restore is not sent after it', async () => {
  await manySubscribers(newsroom, 1);
  const article = await aPublishedArticle(newsroom);
  newsroom.provider.plan({ 1: 'reset-before-accept' });
  await reconcileNewsletter(newsroom.payload);
  const { id } = await untilStatus(newsroom, article.id, 'sending');
  await wakeUp(newsroom, id);
  const store = payloadSendingStore(newsroom.payload);
  await sendMailings({
    ...{ post: postBatch, log: newsroom.payload.logger },
    store: {
      ...store,
      mayGoOn: async (mailing) => {
        const may = await store.mayGoOn(mailing);
        // In the very millisecond in which it was allowed.
        const allowed = await mailingOf(newsroom, article.id);
        await putBackup(new Date(allowed?.aliveAt ?? ''));
        return may;
      },
    },
  });
  expect(newsroom.provider.accepted()).toEqual([]);
  await untilStatus(newsroom, article.id, 'needs-person');
});

/** As `npm run restore` leaves the database. */
const putBackup = (at: Date) =>
  newsroom.payload.kv.set(epochKey, { ...makeEpoch({ restoredAt: at.toISOString() }) });

function nextFriday(): Date {
  const friday = afterNextFriday();
  return friday;
}

async function digests(): Promise<MailingRow[]> {
  const { docs } = await newsroom.payload.db.find<MailingRow>({
    collection: 'mailings',
    where: { kind: { equals: 'digest' } },
    pagination: false,
  });
  return docs;
}
