import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aForm, anArticle, create, upload } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
let open: { id: string; title: string };
let draft: { id: string };
let shown: { id: string };

beforeAll(async () => {
  room = await startRoom();
  shown = await upload(room, { fields: { alt: 'Vist for alle' } });
  const kept = anArticle({ title: 'Kladd', _status: 'draft' });
  draft = (await room.ask('editor', 'POST', '/articles?draft=true&depth=0', kept)).body.doc;
  open = await create(room, { title: 'Åpen sak', heroImage: shown.id });
  const later = { title: 'Ny tittel', _status: 'draft' };
  await room.ask('editor', 'PATCH', `/articles/${open.id}?draft=true`, later);
});
afterAll(() => room.stop());

describe('a writer', () => {
  const write = (method: string, path: string, body?: unknown) =>
    room.ask('writer', method, path, body);
  const stateOf = async (id: string) =>
    room.payload.db.findOne<{ id: string; _status: string; title: string }>({
      collection: 'articles',
      where: { id: { equals: id } },
    });

  test('writes and edits drafts', async () => {
    const made = await write(
      'POST',
      '/articles?draft=true&depth=0',
      anArticle({ title: 'Min kladd', _status: 'draft' }),
    );
    expect(made.status).toBe(201);
    const saved = await write('PATCH', `/articles/${made.body.doc.id}?draft=true&autosave=true`, {
      title: 'Min andre kladd',
    });
    expect(saved.status).toBe(200);
  });

  test('does not publish, in whatever way it is asked', async () => {
    const made = await write(
      'POST',
      '/articles?draft=true&depth=0',
      anArticle({ _status: 'draft' }),
    );
    const { id } = made.body.doc;
    const attempts = [
      await write('POST', '/articles', anArticle()),
      await write('PATCH', `/articles/${id}`, { _status: 'published' }),
      await write('PATCH', `/articles/${id}?draft=true`, { _status: 'published' }),
      await write('PATCH', `/articles/${id}?autosave=true`, { _status: 'published' }),
    ];
    for (const { status } of attempts) expect(status).toBe(403);
    const copy = await write('POST', `/articles/${id}/duplicate`, { _status: 'published' });
    expect(copy.status === 403 || copy.body.doc._status === 'draft').toBe(true);
    const asDraft = await write('POST', '/articles?draft=true', anArticle());
    expect(asDraft.status === 403 || asDraft.body.doc._status === 'draft').toBe(true);
    await write('PATCH', `/articles?where[id][equals]=${id}`, { _status: 'published' });
    expect((await stateOf(id))?._status).toBe('draft');
    expect(
      await room.payload.count({
        collection: 'articles',
        where: {
          and: [{ _status: { equals: 'published' } }, { title: { equals: made.body.doc.title } }],
        },
      }),
    ).toEqual({ totalDocs: 0 });
  });

  test('changes nothing that is out', async () => {
    const { docs } = await room.payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: open.id } },
    });
    const before = await stateOf(open.id);
    const attempts = [
      await write('PATCH', `/articles/${open.id}`, { title: 'Kapret' }),
      await write('PATCH', `/articles/${open.id}`, { _status: 'draft' }),
      await write('PATCH', `/articles/${open.id}?draft=true`, { title: 'Kapret' }),
      await write('PATCH', `/articles/${open.id}?draft=true&autosave=true`, { title: 'Kapret' }),
      ...(await Promise.all(docs.map(({ id }) => write('POST', `/articles/versions/${id}`)))),
      ...(await Promise.all(
        docs.map(({ id }) => write('POST', `/articles/versions/${id}?draft=true`)),
      )),
      await write('DELETE', `/articles/${open.id}`),
      await write('PATCH', `/media/${shown.id}`, { alt: 'Kapret bilde' }),
      await write('PATCH', `/media/${shown.id}`, await aForm()),
      await write('POST', '/globals/publication', { name: 'Kapret' }),
      await write('POST', '/globals/front-page', { lead: null }),
      await write('POST', '/categories', { name: 'Kapret' }),
      await write('POST', '/redirects', { from: '/om/', to: 'https://evil.example' }),
    ];
    for (const { status } of attempts) expect([403, 404]).toContain(status);
    await write('PATCH', '/articles?where[id][exists]=true', { title: 'Kapret' });
    await write('PATCH', '/articles?where[id][exists]=true', { _status: 'draft' });
    expect(await stateOf(open.id)).toEqual(before);
  });

  test('does not plan a publication that happens', async () => {
    const made = await write(
      'POST',
      '/articles?draft=true&depth=0',
      anArticle({ _status: 'draft' }),
    );
    const { docs } = await room.payload.find({
      collection: 'users',
      where: { role: { equals: 'writer' } },
    });
    const plan = room.payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type: 'publish',
        doc: { relationTo: 'articles', value: made.body.doc.id },
        user: { relationTo: 'users', value: docs[0]?.id ?? '' },
      },
      waitUntil: new Date(Date.now() - 1000),
    });
    await expect(plan).rejects.toThrow(/Skribenter/);
    await room.payload.jobs.run({ queue: 'default', limit: 10, sequential: true });
    expect((await stateOf(made.body.doc.id))?._status).toBe('draft');
  });

  test('does not cancel a plan', async () => {
    const me = (await write('GET', '/users/me')).body.user;
    const job = await room.payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'articles', value: draft.id } },
      waitUntil: new Date(Date.now() + 3_600_000),
    });
    const cancelled = room.payload.delete({
      collection: 'payload-jobs',
      id: job.id,
      user: { ...me, collection: 'users' },
    });
    await expect(cancelled).rejects.toThrow(/Be en redaktør/);
  });

  test('does not make herself an editor', async () => {
    const me = (await write('GET', '/users/me')).body.user;
    await write('PATCH', `/users/${me.id}`, { role: 'admin', name: 'Kari' });
    expect(await room.payload.findByID({ collection: 'users', id: me.id })).toMatchObject({
      role: 'writer',
      name: 'Kari',
    });
    const users = await write('GET', '/users');
    expect(users.body.docs.map(({ id }: { id: string }) => id)).toEqual([me.id]);
  });
});

test('an editor manages no users; the last administrator stays', async () => {
  expect(
    (
      await room.ask('editor', 'POST', '/users', {
        email: 'ny@example.com',
        password: 'et langt passord',
        role: 'admin',
      })
    ).status,
  ).toBe(403);
  const admin = (await room.ask('admin', 'GET', '/users/me')).body.user;
  expect(
    (await room.ask('editor', 'PATCH', `/users/${admin.id}`, { name: 'x' })).status,
  ).toBeGreaterThanOrEqual(403);
  expect((await room.ask('admin', 'PATCH', `/users/${admin.id}`, { role: 'writer' })).status).toBe(
    400,
  );
  expect((await room.ask('admin', 'DELETE', `/users/${admin.id}`)).status).toBe(400);
});

test('of administrators who are demoted or removed at once, one stays', async () => {
  const { payload } = room;
  const areAdmins = { role: { equals: 'admin' } };
  const twoAdmins = async () => {
    const data = { name: 'En av to', password: 'et langt passord', role: 'admin' as const };
    await payload.db.updateMany({ collection: 'users', where: {}, data: { role: 'writer' } });
    const make = async () =>
      (
        await payload.create({
          collection: 'users',
          data: { ...data, email: `${Math.random()}@example.com` },
        })
      ).id;
    return [await make(), await make()];
  };
  const acts = [
    (ids: string[]) =>
      ids.map((id) => payload.update({ collection: 'users', id, data: { role: 'writer' } })),
    (ids: string[]) => ids.map((id) => payload.delete({ collection: 'users', id })),
    () => [payload.delete({ collection: 'users', where: areAdmins })],
    () => [payload.update({ collection: 'users', where: areAdmins, data: { role: 'writer' } })],
  ];
  for (const act of acts) {
    await Promise.allSettled(act(await twoAdmins()));
    const { totalDocs } = await payload.count({ collection: 'users', where: areAdmins });
    expect(totalDocs).toBeGreaterThanOrEqual(1);
  }
});
