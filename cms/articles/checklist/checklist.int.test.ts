import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, aBody, anArticle, create } from '../../testing/make-article.ts';
import * as lexical from '../../testing/make-lexical.ts';
import { startRoom, testEnvironment, type Room } from '../../testing/start-room.ts';
import { checklistSchema } from './checklist.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const listOf = async (id: string) =>
  checklistSchema.parse((await room.ask('writer', 'GET', `/desk/checklist/${id}`)).body);

test('tells writers and editors what is missing, and nobody else', async () => {
  const draft = await room.ask('writer', 'POST', '/articles?draft=true', { title: 'Halvveis' });
  const { id } = draft.body.doc;
  const { items, figures } = await listOf(id);
  expect(items.map(({ field }) => field)).toEqual([
    ...['lead', 'body', 'authors', 'category', 'heroImage'],
  ]);
  expect(figures).toBe('1 ord · 1 minutts lesetid');
  expect((await room.ask('anonymous', 'GET', `/desk/checklist/${id}`)).status).toBe(401);
  expect((await room.ask('writer', 'GET', '/desk/checklist/nobody')).status).toBe(404);
});

test('a text that no page can show is told of, not failed at', async () => {
  const body = { root: { children: [{ type: 'karusell' }] } };
  const draft = await room.ask('editor', 'POST', '/articles?draft=true', { title: 'Rar', body });
  expect(draft.status).toBe(201);
  const { items } = await listOf(draft.body.doc.id);
  expect(items.map(({ level, field }) => [level, field])).toEqual([
    ['stop', 'lead'],
    ['stop', 'body'],
  ]);
});

test('a link to an article that is gone stops the publication, in the words of the list', async () => {
  const linked = await create(room, { title: 'Den det lenkes til' });
  const body = aBody('Se også:', aBlock('articleLink', { article: linked.id }));
  const draft = await room.ask(
    ...(['editor', 'POST', '/articles?draft=true'] as const),
    anArticle({ body, _status: 'draft' }),
  );
  const { id } = draft.body.doc;
  await room.ask('editor', 'DELETE', `/articles/${linked.id}`);
  expect((await listOf(id)).items[0]).toMatchObject({ level: 'stop', field: 'body' });
  const refused = await room.ask('editor', 'PATCH', `/articles/${id}`, { _status: 'published' });
  expect(refused.status).toBe(400);
});

test('links that lead nobody anywhere are told of: places it has not, the newsroom', async () => {
  const link = (url: string) =>
    lexical.paragraph({
      ...{ type: 'link', version: 3, fields: { linkType: 'custom', url } },
      children: [lexical.words(`les ${url}`)],
    });
  const urls = [
    ...['#mellomtittelen', '#annet', `${testEnvironment.CMS_URL}/admin/collections/articles`],
    ...['https://example.com/admin/'],
  ];
  const article = await create(room, {
    body: aBody(lexical.heading('h2', lexical.words('Mellomtittelen')), ...urls.map(link)),
  });
  const told = (await listOf(article.id)).items.flatMap(
    ({ key }) => /^path-(.*)/.exec(key)?.[1] ?? [],
  );
  expect(told).toEqual([urls[1], urls[2]]);
});

test('what the text names and we have an interest in is noted by itself when it is published', async () => {
  const { body } = await room.ask('editor', 'POST', '/organisations', {
    ...{ name: 'Tilsvar Analyse', interest: 'owner', disclosure: 'Tilsvar Analyse eier oss.' },
  });
  const article = await create(room, { body: aBody('Tilsvar Analyse har spurt 2000 kunder.') });
  expect(article.organisations).toEqual([body.doc.id]);
  const other = await create(room, { body: aBody('Tilsvarende tall finnes ikke.') });
  expect(other.organisations).toEqual([]);
});

test('a changed figure asks for a correction, and the next number of a series is proposed', async () => {
  const series = await room.ask('editor', 'POST', '/series', { name: 'Bak disken' });
  const inSeries = { series: series.body.doc.id };
  const first = await create(room, { ...inSeries, seriesNumber: 7, lead: 'Fire av 10.' });
  await room.ask('editor', 'PATCH', `/articles/${first.id}?draft=true`, {
    ...{ lead: 'Fem av 11.', seriesNumber: null, _status: 'draft' },
  });
  const { items } = await listOf(first.id);
  expect(items.find(({ key }) => key === 'correction')).toBeDefined();
  await create(room, { ...inSeries, seriesNumber: 8 });
  const next = (await listOf(first.id)).items.find(({ key }) => key === 'number');
  expect(next?.proposal).toMatchObject({ field: 'seriesNumber', value: 9 });
});
