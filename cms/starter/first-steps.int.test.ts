import { afterAll, beforeAll, expect, test } from 'vitest';
import { create } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { fingerprint } from './fingerprint.ts';
import { readFirstSteps } from './first-steps.ts';
import { mastheadRecord } from './remove-starter.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

test('each step is ticked off when it is taken; when all are, the guide is gone', async () => {
  const example = await create(room, { title: 'Et eksempel' });
  const fields = ['owner', 'responsibleEditor'];
  const publication = await room.payload.findGlobal({ slug: 'publication', depth: 0 });
  const names = { fields, fingerprint: fingerprint(publication, fields) };
  const documents = [
    { collection: 'articles', id: example.id },
    { collection: 'publication', id: mastheadRecord, ...names },
  ];
  await room.payload.updateGlobal({ slug: 'starter', data: { documents } });
  // The room has three users. That the examples go changes nothing about whose names are on every page.
  const begun = { masthead: false, people: true, article: false, examplesRemoved: false };
  expect(await readFirstSteps(room.payload)).toEqual(begun);

  const { id: own } = await create(room, { title: 'Vår egen' });
  const list = await room.ask('editor', 'GET', `/desk/checklist/${own}`);
  expect(list.body.items).toContainEqual(
    expect.objectContaining({ level: 'warn', key: 'masthead' }),
  );
  await room.ask('admin', 'POST', '/desk/starter/remove', {});
  expect(await readFirstSteps(room.payload)).toEqual({
    ...{ ...begun, article: true, examplesRemoved: true },
  });
  // The invented names went with the examples: whoever publishes next is asked for her own.
  const { id: next } = await create(room, { title: 'Neste sak', _status: 'draft' });
  const publish = () =>
    room.ask('editor', 'PATCH', `/articles/${next}?depth=0`, { _status: 'published' });
  expect((await publish()).status).toBe(400);
  const masthead = { owner: 'Vi AS', responsibleEditor: 'Kari Moe' };
  await room.ask('admin', 'POST', '/globals/publication', masthead);
  expect((await publish()).status).toBe(200);
  expect(await readFirstSteps(room.payload)).toBeUndefined();
});

test('it may be put away by an administrator', async () => {
  await room.payload.updateGlobal({
    slug: 'publication',
    data: { owner: '', responsibleEditor: '' },
  });
  expect(await readFirstSteps(room.payload)).toMatchObject({ masthead: false });
  expect((await room.ask('editor', 'POST', '/desk/guide/hide', {})).status).toBe(401);
  expect((await room.ask('admin', 'POST', '/desk/guide/hide', {})).status).toBe(200);
  expect(await readFirstSteps(room.payload)).toBeUndefined();
});
