import { afterAll, beforeAll, expect, test } from 'vitest';
import { create } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { proposalsSchema } from './proposals.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

test('what has most in common is proposed first, and goes out in the order that was picked', async () => {
  const series = (await room.ask('editor', 'POST', '/series', { name: 'Bak disken' })).body.doc.id;
  const [near, far, paid] = [
    await create(room, { series, seriesNumber: 1, tags: ['kø'] }),
    await create(room, { tags: ['kø'] }),
    await create(room, { tags: ['kø'], marking: 'advert', sponsor: 'Betaler AS' }),
  ];
  await create(room, { tags: ['noe annet'] });
  const article = await create(room, { series, seriesNumber: 2, tags: ['kø', 'telefon'] });
  const answer = await room.ask('writer', 'GET', `/desk/related/${article.id}`);
  const { proposals } = proposalsSchema.parse(answer.body);
  expect(proposals.map(({ id }) => id)).toEqual([near.id, far.id]);
  expect(proposals.map(({ id }) => id)).not.toContain(paid.id);

  const related = [far.id, near.id];
  await room.ask('editor', 'PATCH', `/articles/${article.id}`, { related, _status: 'published' });
  const { body } = await room.ask('publisher', 'POST', '/publish/changes', {
    ...{ cursor: null, limit: 100 },
  });
  const sent = body.changes.find(
    (change: { document?: { id: string } }) => change.document?.id === article.id,
  );
  expect(sent.document.related).toEqual(related);
});

test('readers see neither who has an article nor its deadline', async () => {
  const { id } = await create(room, { deadline: '2026-12-01T12:00:00.000Z' });
  const { body } = await room.ask('anonymous', 'GET', `/articles/${id}`);
  expect(body).not.toHaveProperty('deadline');
  expect(body).not.toHaveProperty('assignee');
});
