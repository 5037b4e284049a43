import { afterAll, beforeAll, expect, test } from 'vitest';
import { create } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const idOf = async (role: 'editor' | 'writer') => {
  const { docs } = await room.payload.find({
    collection: 'users',
    where: { role: { equals: role } },
  });
  return docs[0]?.id ?? '';
};

test('a writer takes nobody else’s lock away, an editor may', async () => {
  const document = await room.payload.create({ collection: 'categories', data: { name: 'Åpen' } });
  const lock = async (role: 'editor' | 'writer') =>
    room.payload.create({
      collection: 'payload-locked-documents',
      depth: 0,
      data: {
        document: { relationTo: 'categories', value: document.id },
        user: { relationTo: 'users', value: await idOf(role) },
      },
    });
  const [editors, writers] = [await lock('editor'), await lock('writer')];
  const path = '/payload-locked-documents';
  // Nor by making it her own first.
  const mine = { user: { relationTo: 'users', value: await idOf('writer') } };
  await room.ask('writer', 'PATCH', `${path}/${editors.id}?depth=0`, mine);
  for (const { id } of [editors, writers])
    await room.ask('writer', 'DELETE', `${path}/${id}?depth=0`);
  const left = await room.payload.find({ collection: 'payload-locked-documents', depth: 0 });
  expect(left.docs.map(({ id }) => id)).toEqual([editors.id]);
  expect(writers.id).not.toBe(editors.id);
  expect((await room.ask('editor', 'DELETE', `${path}/${editors.id}?depth=0`)).status).toBe(200);
});

test('who has a document open is read with the person, by everybody who asks Payload', async () => {
  const document = await room.payload.create({ collection: 'categories', data: { name: 'Lest' } });
  const value = await idOf('editor');
  const lock = await room.payload.create({
    collection: 'payload-locked-documents',
    depth: 0,
    data: {
      document: { relationTo: 'categories', value: document.id },
      user: { relationTo: 'users', value },
    },
  });
  for (const role of ['admin', 'editor'] as const) {
    const found = await room.ask(role, 'GET', `/payload-locked-documents/${lock.id}?depth=1`);
    expect([found.status, found.body.user?.value?.id]).toEqual([200, value]);
  }
});

test('strangers do not learn how far an article was, nor whether it was mailed', async () => {
  const { id } = await create(room, { sendAlert: true });
  const { body } = await room.ask('anonymous', 'GET', `/articles/${id}`);
  expect(body.title).toBeTruthy();
  expect(Object.keys(body)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(stage|sendAlert|isAlertChosen|alert)$/)]),
  );
});

test('a session is renewed for thirty days, and no longer', async () => {
  const data = { email: 'editor@example.com', password: 'a long password' };
  const { token } = (await room.ask('anonymous', 'POST', '/users/login', data)).body;
  const headers = { authorization: `JWT ${token}` };
  const renew = () => room.fetch('POST', '/users/refresh-token', { headers });
  expect((await renew()).status).toBe(200);
  const row = await room.payload.db.findOne<{ id: string; sessions: { createdAt: string }[] }>({
    collection: 'users',
    where: { email: { equals: data.email } },
  });
  const old = new Date(Date.now() - 31 * 24 * 3600 * 1000).toISOString();
  await room.payload.db.updateOne({
    collection: 'users',
    id: row?.id ?? '',
    data: { sessions: row?.sessions.map((session) => ({ ...session, createdAt: old })) },
  });
  expect((await renew()).status).toBe(403);
});
