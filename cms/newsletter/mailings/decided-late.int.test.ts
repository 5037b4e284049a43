import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { epochKey, makeEpoch } from '../../../content/wire/epoch.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { afterNextFriday } from '../testing/after-next-friday.ts';
import { clearNewsroom } from '../testing/clear-newsroom.ts';
import {
  aPublishedArticle,
  aSubscriber,
  mailingOf,
  mailsPerAddress,
  manySubscribers,
  startNewsroom,
  untilStatus,
  type Newsroom,
} from '../testing/start-newsroom.ts';
import { refreshMailing } from './refresh-mailing.ts';
import { scheduleDigests } from './schedule-digests.ts';
import { sendAgain } from './send-again.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
beforeEach(async () => {
  await clearNewsroom(newsroom);
});

/** No address at all: the provider refuses it. */
const refusedAddress = 'feil@@eksempel.no';
const correct = () =>
  newsroom.payload.db.updateMany({
    collection: 'subscribers',
    where: { email: { equals: refusedAddress } },
    data: { email: 'riktig@eksempel.no' },
  });
const restore = () =>
  newsroom.payload.kv.set(epochKey, makeEpoch({ restoredAt: new Date().toISOString() }));

test('«send again» beside somebody who counted the mailing before is not undone by the count', async () => {
  await manySubscribers(newsroom, 3);
  await aSubscriber(newsroom, { email: refusedAddress });
  const article = await aPublishedArticle(newsroom);
  const first = await untilStatus(newsroom, article.id);
  await correct();
  const { db } = newsroom.payload;
  const updateOne = db.updateOne.bind(db);
  let write = () => {};
  const held = new Promise<void>((resolve) => (write = resolve));
  let isHeld = false;
  const spy = vi.spyOn(db, 'updateOne').mockImplementation(async (args) => {
    if (!isHeld && args.collection === 'mailings') {
      isHeld = true;
      await held;
    }
    return updateOne(args);
  });
  const counting = refreshMailing(newsroom.payload, first.id);
  await vi.waitFor(() => expect(isHeld).toBe(true));
  expect(await sendAgain(newsroom.payload, first.id)).toBe(1);
  write();
  await counting;
  spy.mockRestore();
  await reconcileNewsletter(newsroom.payload);
  expect(mailsPerAddress(newsroom.provider).get('riktig@eksempel.no')).toBe(1);
}, 60_000);

test('«send again» after a restore asks first: it may have been pressed since the copy', async () => {
  await aSubscriber(newsroom, { email: refusedAddress });
  const article = await aPublishedArticle(newsroom);
  const first = await untilStatus(newsroom, article.id);
  await correct();
  await restore();
  expect(await sendAgain(newsroom.payload, first.id)).toBe(1);
  await reconcileNewsletter(newsroom.payload);
  expect(await mailingOf(newsroom, article.id)).toMatchObject({ status: 'needs-person' });
  expect(mailsPerAddress(newsroom.provider).size).toBe(0);
});

test('a digest that asks after a restore is sent whenever somebody answers', async () => {
  const friday = afterNextFriday();
  const { id, email } = await aSubscriber(newsroom, { frequency: 'weekly' });
  const article = await aPublishedArticle(newsroom, { title: 'Holdt' });
  await untilStatus(newsroom, article.id);
  await restore();
  await scheduleDigests(newsroom.payload, friday);
  const [digest] = (
    await newsroom.payload.find({ collection: 'mailings', where: { kind: { equals: 'digest' } } })
  ).docs;
  expect(digest?.status).toBe('needs-person');
  const data = { decision: 'send' } as const;
  await newsroom.payload.update({ collection: 'mailings', id: digest?.id ?? '', data });
  await scheduleDigests(newsroom.payload, new Date(friday.getTime() + 3 * 24 * 3_600_000));
  await reconcileNewsletter(newsroom.payload);
  expect(newsroom.provider.accepted().map(({ to }) => to[0])).toEqual([email]);
  expect(id).not.toBe('');
});
