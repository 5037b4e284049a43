import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aResetToken } from '../../testing/reset-token.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { setTimeout as sleep } from 'node:timers/promises';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const password = 'the first long password';

async function aUser(role = 'admin') {
  const email = `${randomUUID().slice(0, 8)}@example.com`;
  const made = await room.ask('admin', 'POST', '/users', { email, password, name: 'Kari', role });
  expect(made.status).toBe(201);
  return { id: String(made.body.doc.id), email };
}

/** From another network each time: how many may be wrong per network is not what is tried here. */
const logIn = (email: string, secret = password) =>
  room.fetch('POST', '/users/login', {
    headers: { 'x-forwarded-for': Array.from(randomBytes(4)).join('.') },
    body: { email, password: secret },
  });

/** Takes over what whoever knows the first password can get; ends when it is the password no longer. */
async function steal(email: string, tokens: string[]): Promise<void> {
  const { status, body } = await logIn(email);
  if (status === 200) tokens.push(String(body.token));
  else await sleep(500); // ten wrong ones would lock the account
}

const rowOf = (id: string) =>
  room.payload.db.findOne<{ id: string } & Record<string, unknown>>({
    collection: 'users',
    where: { id: { equals: id } },
  });

/** Logs in (or does something else as its owner) without a pause, until the work is done. */
async function meanwhile(loop: () => Promise<unknown>, work: () => Promise<unknown>) {
  let isDone = false;
  const looping = Promise.all(
    [1, 2].map(async () => {
      while (!isDone) {
        await loop();
        await sleep(1); // the database answers without one
      }
    }),
  );
  await sleep(150);
  try {
    await work();
  } finally {
    isDone = true;
    await looping;
  }
}

describe.each([1, 2, 3])('round %i', () => {
  test('a role that is taken away stays away while its owner logs in', async () => {
    const { id, email } = await aUser();
    await meanwhile(
      () => logIn(email),
      async () => {
        const answer = await room.ask('admin', 'PATCH', `/users/${id}`, { role: 'writer' });
        expect(answer.body.doc.role).toBe('writer');
      },
    );
    expect(await rowOf(id)).toMatchObject({ role: 'writer' });
  });

  test('a new password, set by an administrator, is the only one, and no session of the old one lives', async () => {
    const { id, email } = await aUser('editor');
    const tokens: string[] = [];
    const renewed = 'the second long password';
    await meanwhile(
      () => steal(email, tokens),
      async () => {
        const answer = await room.ask('admin', 'PATCH', `/users/${id}`, { password: renewed });
        expect(answer.status).toBe(200);
      },
    );
    expect((await logIn(email)).status).toBe(401);
    expect((await logIn(email, renewed)).status).toBe(200);
    for (const token of tokens) expect(await whoIs(token)).toBeNull();
  });

  test('a password that its owner resets by the mailed link is the only one', async () => {
    const { id, email } = await aUser('editor');
    const token = await aResetToken(room, id);
    const renewed = 'the third long password';
    const stolen: string[] = [];
    await meanwhile(
      () => steal(email, stolen),
      async () => {
        const reset = { token, password: renewed };
        const answer = await room.ask('anonymous', 'POST', '/users/reset-password', reset);
        expect(answer.status).toBe(200);
        expect(await whoIs(String(answer.body.token))).toBe(email);
      },
    );
    expect((await logIn(email)).status).toBe(401);
    expect((await logIn(email, renewed)).status).toBe(200);
    for (const each of stolen) expect(await whoIs(each)).toBeNull();
  });

  test('role and address stay as they were set while their owner renews her name, her session, or leaves', async () => {
    const { id, email } = await aUser();
    const session = async () => String((await logIn(email)).body.token);
    const [token, leaving] = [await session(), await session()];
    const as = { authorization: `JWT ${token}` };
    const address = `new-${email}`;
    await meanwhile(
      async () => {
        await room.fetch('PATCH', `/users/${id}`, { headers: as, body: { name: randomUUID() } });
        await room.fetch('POST', '/users/refresh-token', { headers: as });
        await room.fetch('POST', '/users/logout', {
          headers: { authorization: `JWT ${leaving}` },
        });
      },
      async () => {
        const change = { role: 'writer', email: address };
        await room.ask('admin', 'PATCH', `/users/${id}`, change);
      },
    );
    expect(await rowOf(id)).toMatchObject({ role: 'writer', email: address });
    expect(await whoIs(leaving)).toBeNull();
    expect(await whoIs(token)).toBe(address);
  });
});

test('many wrong passwords at once make a pause and undo nothing', async () => {
  const { id, email } = await aUser();
  const guesses = Array.from({ length: 14 }, () => logIn(email, 'wrong'));
  await room.ask('admin', 'PATCH', `/users/${id}`, { role: 'writer' });
  await Promise.all(guesses);
  expect(await rowOf(id)).toMatchObject({ role: 'writer' });
  expect((await logIn(email)).status).toBe(429);
});

test('many users changed at once are changed', async () => {
  const { id, email } = await aUser('editor');
  const where = `where[email][equals]=${email}`;
  const answer = await room.ask('admin', 'PATCH', `/users?${where}`, { role: 'writer' });
  expect(answer.body.docs).toMatchObject([{ id, role: 'writer' }]);
  expect(await rowOf(id)).toMatchObject({ role: 'writer' });
  expect((await logIn(email)).status).toBe(200);
});

test('logins at the same time all get a session of their own', async () => {
  const { email } = await aUser('editor');
  const logins = await Promise.all(Array.from({ length: 6 }, () => logIn(email)));
  for (const { body } of logins) expect(await whoIs(String(body.token))).toBe(email);
});

async function whoIs(token: string): Promise<string | null> {
  const answer = await room.fetch('GET', '/users/me', {
    headers: { authorization: `JWT ${token}` },
  });
  return answer.body.user?.email ?? null;
}
