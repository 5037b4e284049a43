import { afterAll, beforeAll, expect, test } from 'vitest';
import { forgetOldLines } from './forget-old-lines.ts';
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

test('what is older than two years is dropped', async () => {
  const { id } = await create(room, { title: 'Gammel sak' });
  await forgetOldLines(room.payload, new Date(Date.now() + 700 * 86_400_000));
  expect(await linesOf(id)).toEqual(['published Gammel sak']);
  await forgetOldLines(room.payload, new Date(Date.now() + 740 * 86_400_000));
  expect(await linesOf(id)).toEqual([]);
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

const actsOf = async (user: string): Promise<string[]> => {
  const { body } = await room.ask('admin', 'GET', `/log?sort=at&where[user][equals]=${user}`);
  return body.docs.map(({ act, what }: { act: string; what: string }) => `${act} ${what}`);
};

test('logins, wrong passwords, refusals and new passwords are in it, for administrators', async () => {
  const person = { email: 'kari@example.org', password: 'et-langt-passord-1', name: 'Kari' };
  const made = await room.ask('admin', 'POST', '/users', { ...person, role: 'writer' });
  const { id } = made.body.doc;
  const logIn = (fields: object) =>
    room.ask('anonymous', 'POST', '/users/login', { ...person, ...fields });
  await logIn({ password: 'noe helt annet' });
  await logIn({ email: 'ingen@example.org' });
  const { token } = (await logIn({})).body;
  const headers = { authorization: `JWT ${token}` };
  await room.fetch('GET', '/subscribers', { headers });
  await room.fetch('GET', '/subscribers', { headers });
  const change = { password: 'et helt annet langt', currentPassword: person.password };
  await room.fetch('PATCH', `/users/${id}`, { headers, body: change });
  expect(await actsOf(id)).toEqual([
    ...['login-refused Kari (Skribent)', 'logged-in Kari (Skribent)'],
    ...['access-refused GET /api/subscribers', 'password-changed Kari (Skribent)'],
  ]);
  expect(await linesOf(id)).toEqual(['user-added Kari (Skribent)']);
});

test('what goes out as a file, comes in, is planned, dropped and brought back', async () => {
  const admin = (await room.ask('admin', 'GET', '/users/me')).body.user.id;
  const before = (await actsOf(admin)).length;
  await room.ask('admin', 'GET', '/newsletter/subscribers.csv');
  const file = new FormData();
  file.set('file', new File(['email,state\nola@example.org,active\n'], 'x.csv'));
  await room.ask('admin', 'POST', '/newsletter/import', file);
  expect((await actsOf(admin)).slice(before)).toEqual([
    ...['subscribers-exported Abonnentlisten', 'subscribers-imported Abonnentlisten'],
  ]);

  const { id } = await create(room, { title: 'Før', _status: 'draft' });
  const editor = (await room.ask('editor', 'GET', '/users/me')).body.user.id;
  const [version] = (
    await room.ask('editor', 'GET', `/articles/versions?where[parent][equals]=${id}`)
  ).body.docs;
  await room.ask('editor', 'POST', `/articles/versions/${version.id}`);
  const job = await room.payload.jobs.queue({
    task: 'schedulePublish',
    waitUntil: new Date(Date.now() + 3_600_000),
    input: {
      ...{ type: 'publish', doc: { relationTo: 'articles', value: id } },
      user: { relationTo: 'users', value: editor },
    },
  });
  await room.payload.delete({
    ...{ collection: 'payload-jobs', id: job.id, overrideAccess: true },
    user: (await room.payload.findByID({ collection: 'users', id: editor })) as never, // why: as logged in
  });
  await room.ask('editor', 'POST', `/desk/plans/${id}/dismiss`);
  expect((await actsOf(editor)).slice(-3)).toEqual([
    ...['version-restored Før', 'planned Før', 'plan-dropped Før'],
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

test('refusals by addresses of our own are in it, too', async () => {
  await room.ask('writer', 'POST', '/desk/starter/remove');
  const { body } = await room.ask('admin', 'GET', '/log?where[act][equals]=access-refused');
  expect(body.docs.map(({ what }: { what: string }) => what)).toContain(
    'POST /api/desk/starter/remove',
  );
});

test('whoever changes what stands on all pages, or how mails go out, has a line', async () => {
  await room.ask('editor', 'POST', '/globals/publication', { tagline: 'Ny' });
  await room.ask('admin', 'POST', '/globals/newsletter-settings', { mostPerDay: 500 });
  expect(await linesOf('publication')).toEqual(['settings-changed Publikasjonen']);
  expect((await linesOf('newsletter-settings'))[0]).toMatch(/^settings-changed /);
});
