import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import {
  aPublishedArticle,
  manySubscribers,
  startNewsroom,
  type Newsroom,
} from '../testing/start-newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

test('while one audience is being put together, another alert is sent whole', async () => {
  await manySubscribers(newsroom, 5);
  await aPublishedArticle(newsroom, { title: 'Første' });
  await aPublishedArticle(newsroom, { title: 'Andre' });
  const endless = aSlowAudience();
  const run = reconcileNewsletter(newsroom.payload);

  await endless.begun;
  await vi.waitFor(() => expect(newsroom.provider.accepted()).toHaveLength(5), 20_000);
  expect(await mailingsBeingFrozen()).toBe(1);

  endless.end();
  await run;
  expect(newsroom.provider.accepted()).toHaveLength(10);
});

const mailingsBeingFrozen = async () => {
  const where = { status: { equals: 'freezing' } } as const;
  return (await newsroom.payload.count({ collection: 'mailings', where })).totalDocs;
};

/** The first audience whose readers are asked for gets no answer until `end`. */
function aSlowAudience() {
  const { db } = newsroom.payload;
  const find = db.find.bind(db);
  const begun = Promise.withResolvers<undefined>();
  const over = Promise.withResolvers<undefined>();
  let isTaken = false;
  const spy = vi.spyOn(db, 'find').mockImplementation(async (query) => {
    if (!isTaken && query.collection === 'subscribers' && query.limit === 200) {
      isTaken = true;
      begun.resolve(undefined);
      await over.promise;
    }
    return find(query) as never;
  });
  const end = () => {
    spy.mockRestore();
    over.resolve(undefined);
  };
  return { begun: begun.promise, end };
}
