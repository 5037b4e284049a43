import { afterAll, beforeAll, expect, test } from 'vitest';
import { anArticle } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

test('whoever works here may give a draft away for a week, and the log says who did', async () => {
  const draft = anArticle({ title: 'Til gjennomsyn', _status: 'draft' });
  const { id } = (await room.ask('writer', 'POST', '/articles?draft=true', draft)).body.doc;
  const { status, body } = await room.ask('writer', 'POST', `/desk/share/${id}`);
  expect(status).toBe(200);
  expect(body.url).toContain(`/_preview/article/${id}?token=`);
  expect(Date.parse(body.until) - Date.now()).toBeGreaterThan(6.9 * 24 * 3_600_000);
  const log = await room.ask('editor', 'GET', `/log?where[document][equals]=${id}`);
  expect(log.body.docs).toMatchObject([{ act: 'draft-shared', what: 'Til gjennomsyn' }]);
  expect((await room.ask('anonymous', 'POST', `/desk/share/${id}`)).status).toBe(401);
  expect((await room.ask('writer', 'POST', '/desk/share/nobody')).status).toBe(404);
});
