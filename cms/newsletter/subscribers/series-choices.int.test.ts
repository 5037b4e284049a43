import { afterAll, beforeAll, expect, test } from 'vitest';
import { newsletterEndpoint } from '../../../content/model/urls.ts';
import { ask, asUser } from '../testing/ask.ts';
import {
  aPublishedArticle,
  aSubscriber,
  deliveriesOf,
  startNewsroom,
  untilStatus,
  type Newsroom,
} from '../testing/start-newsroom.ts';
import { followersSchema } from './followers/followers.ts';
import { linkToken } from './tokens.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());

const makeSeries = (name: string) =>
  newsroom.payload.create({ collection: 'series', data: { name } });

const preferencesOf = async (id: string) =>
  (await ask(newsroom, newsletterEndpoint('preferences', linkToken('preferences', id)))).text();

test('who follows a series goes on following it when it gets another address', async () => {
  const series = await makeSeries('Loggen fra køen');
  const reader = await aSubscriber(newsroom, { series: ['loggen-fra-koen'] });
  for (const slug of ['kologgen', 'loggen']) {
    await newsroom.payload.update({ collection: 'series', id: series.id, data: { slug } });
  }
  const article = await aPublishedArticle(newsroom, { series: series.id });
  expect(await untilStatus(newsroom, article.id)).toMatchObject({ accepted: 1, excluded: 0 });
  expect(await preferencesOf(reader.id)).toMatch(/value="loggen" checked/);
  await expect(makeSeries('Køloggen').then(({ slug }) => slug)).resolves.not.toBe('kologgen');
  const other = await makeSeries('En annen');
  await expect(
    newsroom.payload.update({ collection: 'series', id: other.id, data: { slug: 'kologgen' } }),
  ).rejects.toThrow(/kologgen|slug/);
});

test('a deleted series is told of: to the editor before, to its followers on their page, on the delivery', async () => {
  const series = await makeSeries('Skal bort');
  const [only, also] = [
    await aSubscriber(newsroom, { series: ['skal-bort'] }),
    await aSubscriber(newsroom, { series: ['skal-bort', 'loggen'] }),
  ];
  const path = `/api/newsletter/followers/${series.id}`;
  expect((await ask(newsroom, path)).status).toBe(401);
  const followers = await (await ask(newsroom, path, await asUser(newsroom))).json();
  expect(followersSchema.parse(followers)).toEqual({ followers: 2, onlyThis: 1 });

  await newsroom.payload.delete({ collection: 'series', id: series.id });
  const article = await aPublishedArticle(newsroom);
  const mailing = await untilStatus(newsroom, article.id);
  const reasons = new Map(
    (await deliveriesOf(newsroom, mailing)).map(({ subscriber, reason }) => [subscriber, reason]),
  );
  expect(reasons.get(only.id)).toMatch(/slettet/);
  expect(reasons.get(also.id)).toMatch(/andre serier/);
  expect(await preferencesOf(only.id)).toMatch(/«skal-bort».*avsluttet.*ingen brev/s);
  expect(await preferencesOf(also.id)).not.toMatch(/ingen brev nå/);
});
