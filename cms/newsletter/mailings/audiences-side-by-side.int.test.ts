import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import {
  aPublishedArticle,
  mailingOf,
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

  const held = await endless.begun;
  await vi.waitFor(() => expect(newsroom.provider.accepted()).toHaveLength(5), 20_000);
  expect((await mailingOf(newsroom, held))?.status).toBe('freezing');

  endless.end();
  await run;
  expect(newsroom.provider.accepted()).toHaveLength(10);
});

/** The first audience whose readers are asked for gets no answer until `end`; its article, as an id. */
function aSlowAudience() {
  const { db } = newsroom.payload;
  const find = db.find.bind(db);
  const begun = Promise.withResolvers<string>();
  const over = Promise.withResolvers<undefined>();
  let isTaken = false;
  const spy = vi.spyOn(db, 'find').mockImplementation(async (query) => {
    if (!isTaken && query.collection === 'subscribers' && query.limit === 200) {
      isTaken = true;
      const where = { status: { equals: 'freezing' } };
      const { docs } = await find({ collection: 'mailings', where });
      begun.resolve(String((docs[0] as unknown as { article: string | number }).article));
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
