import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DeliveryRow, SubscriberRow } from '../store/rows.ts';
import { sendWebhook, type SentWebhook } from '../testing/send-webhook.ts';
import {
  aPublishedArticle,
  aSubscriber,
  deliveriesOf,
  mailingOf,
  startNewsroom,
  untilStatus,
  type Newsroom,
} from '../testing/start-newsroom.ts';

let newsroom: Newsroom;
let subscriber: SubscriberRow;
let delivery: DeliveryRow;
let articleId: string;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
beforeEach(async () => {
  await newsroom.payload.db.deleteMany({ collection: 'subscribers', where: {} });
  subscriber = await aSubscriber(newsroom);
  articleId = (await aPublishedArticle(newsroom)).id;
  const [only] = await deliveriesOf(newsroom, await untilStatus(newsroom, articleId));
  if (!only) throw new Error('no delivery');
  delivery = only;
});

const send = (type: string, how: SentWebhook = {}) =>
  sendWebhook(newsroom, { type, delivery, ...how });

const deliveryNow = () =>
  newsroom.payload.db.findOne<DeliveryRow>({
    collection: 'deliveries',
    where: { id: { equals: delivery.id } },
  });
const subscriberNow = () =>
  newsroom.payload.db.findOne<SubscriberRow>({
    collection: 'subscribers',
    where: { id: { equals: subscriber.id } },
  });

describe('webhooks', () => {
  test('delivered is noted once, however often the same message comes', async () => {
    for (let n = 0; n < 3; n++) {
      expect((await send('email.delivered', { id: 'msg_1' })).status).toBe(200);
    }
    const now = await deliveryNow();
    expect(now).toMatchObject({ afterwards: 'delivered' });
    expect(now?.events).toHaveLength(1);
  });

  test('order does not matter: the graver outcome stays', async () => {
    await send('email.complained');
    await send('email.delivered');
    await send('email.delivery_delayed');
    expect(await deliveryNow()).toMatchObject({ afterwards: 'complained' });
  });

  test.each([
    ['email.complained', {}, 'suppressed'],
    [
      'email.bounced',
      { bounce: { type: 'Permanent', subType: 'General', message: '' } },
      'suppressed',
    ],
    [
      'email.bounced',
      { bounce: { type: 'Transient', subType: 'MailboxFull', message: '' } },
      'active',
    ],
    ['email.suppressed', {}, 'suppressed'],
    ['email.failed', {}, 'active'],
  ])('%s %j leaves the subscriber %s', async (type, data, state) => {
    await send(type, { data });
    expect(await subscriberNow()).toMatchObject({ state });
  });

  test.each<[string, SentWebhook]>([
    ['a wrong secret', { secret: `whsec_${Buffer.from('another').toString('base64')}` }],
    ['a stale time', { at: Date.now() - 900_000 }],
    ['a time to come', { at: Date.now() + 900_000 }],
  ])('%s is refused and changes nothing', async (_, sent) => {
    expect((await send('email.complained', sent)).status).toBe(401);
    expect(await deliveryNow()).toMatchObject({ afterwards: 'none' });
    expect(await subscriberNow()).toMatchObject({ state: 'active' });
  });

  test('an event about a mail that is not ours is taken and changes nothing', async () => {
    const response = await send('email.complained', { data: { email_id: 'other', tags: {} } });
    expect(response.status).toBe(200);
    expect(await subscriberNow()).toMatchObject({ state: 'active' });
  });

  test('a word about an uncertain mail proves that it was accepted', async () => {
    await newsroom.payload.db.updateOne({
      collection: 'deliveries',
      id: delivery.id,
      data: { state: 'uncertain', resendId: null },
    });
    await send('email.delivered', { data: { email_id: 're_late' } });
    expect(await deliveryNow()).toMatchObject({ state: 'accepted', resendId: 're_late' });
    expect(await mailingOf(newsroom, articleId)).toMatchObject({ accepted: 1, uncertain: 0 });
  });
});
