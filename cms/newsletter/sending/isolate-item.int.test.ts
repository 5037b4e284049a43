import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  aPublishedArticle,
  aSubscriber,
  mailsPerAddress,
  manySubscribers,
  startNewsroom,
  untilStatus,
  type Newsroom,
} from '../testing/start-newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom({ strictOnly: true });
});
afterAll(() => newsroom.stop());

test('a server that knows only strict batches: bad addresses are found, all others get their mail', async () => {
  await manySubscribers(newsroom, 40);
  await aSubscriber(newsroom, { email: 'uten-alfakrøll' });
  await aSubscriber(newsroom, { email: 'to@@eksempel.no' });
  const article = await aPublishedArticle(newsroom);
  const mailing = await untilStatus(newsroom, article.id);
  expect(mailing).toMatchObject({ candidates: 42, accepted: 40, failed: 2, uncertain: 0 });
  expect([...mailsPerAddress(newsroom.provider).values()]).toEqual(Array(40).fill(1));
});

test('so they are when the server remembers its refusals', async () => {
  newsroom.provider.change({ keepsKeysOfFailedRequests: true, sharesKeysBetweenEndpoints: true });
  newsroom.provider.forget();
  const article = await aPublishedArticle(newsroom);
  const mailing = await untilStatus(newsroom, article.id);
  expect(mailing).toMatchObject({ candidates: 42, accepted: 40, failed: 2, uncertain: 0 });
});
