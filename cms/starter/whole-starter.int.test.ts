import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStarter } from '../../scripts/seed/load-starter.ts';
import { readStarter, type Starter } from '../../scripts/seed/read-starter.ts';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const counted = ['articles', 'authors', 'series', 'categories', 'organisations', 'media'] as const;

test('of a starter publication that nobody touched nothing is left', async () => {
  const { payload } = room;
  const left = async () =>
    Promise.all(counted.map(async (collection) => (await payload.count({ collection })).totalDocs));
  const before = await left();
  await loadStarter({ payload, starter: someOf(await readStarter()), log: () => undefined });
  expect(Math.min(...(await left()))).toBeGreaterThan(0);
  const { body } = await room.ask('admin', 'POST', '/desk/starter/remove');
  expect(body.message).toMatch(/^\d+ eksempler er fjernet\.$/);
  expect(await left()).toEqual(before);
  expect((await payload.findGlobal({ slug: 'publication' })).notice).toBe('');
}, 120_000);

/** Three articles and the pictures of everything that is left: each picture takes a second. */
function someOf(starter: Starter): Starter {
  const articles = starter.articles
    .filter(({ body }) => !JSON.stringify(body).includes('ArticleLink'))
    .slice(0, 3);
  const text = JSON.stringify([articles, starter.authors]);
  const [lead = '', ...picked] = articles.map(({ slug }) => slug);
  return {
    ...starter,
    articles,
    pictures: starter.pictures.filter(({ name }) => text.includes(`"${name}"`)),
    publication: { ...starter.publication, frontPage: { lead, picked } },
  };
}
