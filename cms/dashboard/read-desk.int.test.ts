import { afterAll, beforeAll, expect, test } from 'vitest';
import { anArticle, create } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { readDesk } from './read-desk.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const draft = async (title: string, fields: Record<string, unknown> = {}): Promise<string> => {
  const data = anArticle({ title, _status: 'draft', ...fields });
  return (await room.ask('writer', 'POST', '/articles?draft=true', data)).body.doc.id;
};
const plan = (article: string, waitUntil: Date) =>
  room.payload.jobs.queue({
    task: 'schedulePublish',
    input: { type: 'publish', doc: { relationTo: 'articles', value: article } },
    waitUntil,
  });
const titles = (articles: readonly { title: string }[]) => articles.map(({ title }) => title);

test('every story stands in one place: idea, draft, waiting, planned or out', async () => {
  await draft('En idé', { stage: 'idea' });
  await draft('Et utkast');
  await draft('En som venter', { stage: 'waiting' });
  const now = new Date();
  await plan(await draft('En som er planlagt'), new Date(now.getTime() + 3_600_000));
  await plan(await draft('En som ble glemt'), new Date(now.getTime() - 300_000));
  await create(room, { title: 'En som er ute' });
  const desk = await readDesk(room.payload, now);
  expect(titles(desk.ideas)).toEqual(['En idé']);
  expect(titles(desk.drafts)).toEqual(['En som ble glemt', 'Et utkast']);
  expect(titles(desk.waiting)).toEqual(['En som venter']);
  expect(desk.planned).toMatchObject([
    { title: 'En som er planlagt', type: 'publish', isChanged: false },
  ]);
  expect(titles(desk.missed)).toEqual(['En som ble glemt']);
  expect(titles(desk.published)).toEqual(['En som er ute']);
});

test('whoever goes on writing after the plan is seen to', async () => {
  const id = await draft('Planlagt og endret');
  await plan(id, new Date(Date.now() + 3_600_000));
  await room.ask('writer', 'PATCH', `/articles/${id}?draft=true`, { lead: 'En annen ingress.' });
  const { planned } = await readDesk(room.payload, new Date());
  expect(planned.find((each) => each.id === id)).toMatchObject({ isChanged: true });
});

test('what readers do not see is named with what to do', async () => {
  const { id } = await create(room, { title: 'Borte' });
  await room.payload.db.create({
    collection: 'receipts',
    data: { article: id, revision: 'r', problem: 'Lagre saken på nytt.' },
  });
  const { stuck } = await readDesk(room.payload, new Date());
  expect(stuck).toMatchObject([{ title: 'Borte', problem: 'Lagre saken på nytt.' }]);
});
