import { afterAll, beforeAll, expect, test } from 'vitest';
import { create } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const linesOf = async (document: string): Promise<string[]> => {
  const { body } = await room.ask(
    ...(['editor', 'GET'] as const),
    `/log?sort=at&where[document][equals]=${document}`,
  );
  return body.docs.map(({ act, what }: { act: string; what: string }) => `${act} ${what}`);
};

test('every act on what readers see has its line; drafts have none', async () => {
  const { id } = await create(room, { title: 'Ut' });
  const patch = (data: object, query = '') =>
    room.ask('editor', 'PATCH', `/articles/${id}${query}`, data);
  await patch({ title: 'Kladd', _status: 'draft' }, '?draft=true&autosave=true');
  await patch({ title: 'Ut igjen', _status: 'published' });
  await patch({ _status: 'published' });
  await patch({ _status: 'draft' });
  await patch({ _status: 'draft', lead: 'Annen' }, '?draft=true');
  await patch({ _status: 'published' });
  await room.ask('editor', 'DELETE', `/articles/${id}`);
  expect(await linesOf(id)).toEqual([
    ...['published Ut', 'updated Ut igjen', 'unpublished Ut igjen', 'published Ut igjen'],
    'deleted Ut igjen',
  ]);
});

test('says who', async () => {
  const { id } = await create(room);
  const { body } = await room.ask('editor', 'GET', `/log?where[document][equals]=${id}`);
  expect(body.docs[0].who).toMatch(/editor/);
});

test('who comes, goes and changes role is in it', async () => {
  const added = await room.ask('admin', 'POST', '/users', {
    ...{ email: 'ny@example.org', password: 'et-langt-passord-1', name: 'Ny', role: 'writer' },
  });
  const { id } = added.body.doc;
  await room.ask('admin', 'PATCH', `/users/${id}`, { name: 'Nye', role: 'writer' });
  await room.ask('admin', 'PATCH', `/users/${id}`, { role: 'editor' });
  await room.ask('admin', 'DELETE', `/users/${id}`);
  expect(await linesOf(id)).toEqual([
    ...['user-added Ny (Skribent)', 'role-changed Nye (Redaktør)', 'user-removed Nye (Redaktør)'],
  ]);
});

test('is read by editors, and changed by nobody', async () => {
  expect((await room.ask('writer', 'GET', '/log')).body.docs ?? []).toEqual([]);
  expect((await room.ask('anonymous', 'GET', '/log')).status).toBe(403);
  const line = { at: new Date().toISOString(), who: 'x', act: 'published', what: 'x' };
  const { id } = (await room.ask('admin', 'GET', '/log')).body.docs[0];
  for (const [method, path] of [
    ['POST', '/log'],
    ['PATCH', `/log/${id}`],
    ['DELETE', `/log/${id}`],
  ] as const) {
    expect((await room.ask('admin', method, path, line)).status).toBe(403);
  }
});
