import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailingViewSchema } from '../admin/mailing-view.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { sendAgain } from './send-again.ts';
import { ask, asUser } from '../testing/ask.ts';
import { sendWebhook } from '../testing/send-webhook.ts';
import {
  aPublishedArticle,
  aSubscriber,
  deliveriesOf,
  mailsPerAddress,
  manySubscribers,
  startNewsroom,
  untilStatus,
  type Newsroom,
} from '../testing/start-newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

/** No address at all: the provider refuses it, whatever it is asked. */
const refusedAddress = 'feil@@eksempel.no';

test('sends once more to exactly those who were refused, and tells who they are', async () => {
  await manySubscribers(newsroom, 5);
  const refused = await aSubscriber(newsroom, { email: refusedAddress });
  const article = await aPublishedArticle(newsroom);
  const first = await untilStatus(newsroom, article.id);
  expect(first).toMatchObject({ accepted: 5, failed: 1 });

  const editor = await asUser(newsroom);
  const path = `/api/newsletter/mailing/${first.id}`;
  expect((await ask(newsroom, path)).status).toBe(404);
  const view = mailingViewSchema.parse(await (await ask(newsroom, path, editor)).json());
  expect(view).toMatchObject({ refused: 1, missedInAll: 1 });
  expect(view.missed[0]).toMatchObject({ email: refusedAddress });
  expect(view.missed[0]?.why).toMatch(/^Avvist: avvist av e-posttjenesten/);

  await newsroom.payload.db.updateOne({
    collection: 'subscribers',
    id: refused.id,
    data: { email: 'riktig@eksempel.no' },
  });
  expect((await ask(newsroom, path, { method: 'POST', ...editor })).status).toBe(200);
  const second = await untilStatus(newsroom, article.id);
  expect(second).toMatchObject({ accepted: 6, failed: 0, candidates: 6 });
  expect([...mailsPerAddress(newsroom.provider).values()]).toEqual(Array(6).fill(1));
  expect(await sendAgain(newsroom.payload, first.id)).toBe(0);
  expect(await untilStatus(newsroom, article.id)).toMatchObject({ accepted: 6 });
  expect((await deliveriesOf(newsroom, second)).map(({ state }) => state)).toEqual(
    Array(6).fill('accepted'),
  );
});

test('who was refused, and got it all the same as the provider says, is not sent to again', async () => {
  await newsroom.payload.db.deleteMany({ collection: 'subscribers', where: {} });
  await aSubscriber(newsroom, { email: refusedAddress });
  const article = await aPublishedArticle(newsroom);
  const first = await untilStatus(newsroom, article.id);
  const [delivery] = await deliveriesOf(newsroom, first);
  if (!delivery) throw new Error('no delivery');
  const data = { email_id: 're_all_the_same' };
  await sendWebhook(newsroom, { type: 'email.delivered', delivery, data });
  expect(await sendAgain(newsroom.payload, first.id)).toBe(0);
  expect(await untilStatus(newsroom, article.id)).toMatchObject({ accepted: 1, failed: 0 });
});

test('a batch whose process was stopped before it could say that it was done holds up nobody', async () => {
  await newsroom.payload.db.deleteMany({ collection: 'subscribers', where: {} });
  newsroom.provider.forget();
  const { id } = await aSubscriber(newsroom, { email: refusedAddress });
  const article = await aPublishedArticle(newsroom);
  const first = await untilStatus(newsroom, article.id);
  await newsroom.payload.db.updateMany({
    collection: 'batches',
    where: { mailing: { equals: first.id } },
    data: { state: 'answered', answer: [{ state: 'failed', reason: 'avvist' }] },
  });
  await newsroom.payload.db.updateOne({
    ...{ collection: 'subscribers', id },
    data: { email: 'riktig-na@eksempel.no' },
  });
  expect(await sendAgain(newsroom.payload, first.id)).toBe(1);
  await reconcileNewsletter(newsroom.payload);
  expect(await untilStatus(newsroom, article.id)).toMatchObject({ accepted: 1, failed: 0 });
  expect(newsroom.provider.accepted()).toHaveLength(1);
});
