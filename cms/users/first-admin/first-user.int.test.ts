import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { isOnMongo } from '../../testing/test-database.ts';

let room: Room;
afterEach(() => room.stop());

const person = { email: 'forst@example.com', password: 'et langt passord', name: 'Først' };
const codeFile = () => join(room.dataDir, 'setup-code');
const register = (fields: Record<string, unknown> = {}) =>
  room.ask('anonymous', 'POST', '/users/first-register', { ...person, role: 'writer', ...fields });
const codeIn = async () => (await readFile(codeFile(), 'utf8')).trim();
const users = async () => (await room.payload.count({ collection: 'users' })).totalDocs;

describe.skipIf(isOnMongo)('on the embedded database', () => {
  test('the code in DATA_DIR is for its owner only, and makes one administrator, once', async () => {
    room = await startRoom({ isEmpty: true });
    expect((await stat(codeFile())).mode & 0o777).toBe(0o600);
    const code = await codeIn();
    const first = await register({ code });
    expect(first.status).toBe(200);
    expect(first.body.user).toMatchObject({ role: 'admin', name: 'Først' });
    expect(first.headers.get('set-cookie')).toContain('HttpOnly');
    expect(existsSync(codeFile())).toBe(false);
    const second = await register({ code, email: 'andre@example.com' });
    expect(second.status).toBe(403);
    expect(await users()).toBe(1);
  });

  test('of four who come at once with the code, one becomes administrator', async () => {
    room = await startRoom({ isEmpty: true });
    const code = await codeIn();
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => register({ code, email: `nr${n}@example.com` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
    expect(await users()).toBe(1);
  });

  test('nobody without the code gets in, and a failed try does not use it up', async () => {
    room = await startRoom({ isEmpty: true });
    const code = await codeIn();
    for (const wrong of [undefined, '', 'abc', `${code}0`, [code], { $ne: '' }, null]) {
      const refused = await register({ code: wrong });
      expect([refused.status, refused.body.errors[0].message]).toEqual([
        403,
        expect.stringContaining('npm start'),
      ]);
    }
    expect((await register({ code, password: 'abc' })).status).toBe(400);
    expect((await register({ code, email: 'ingen adresse' })).status).toBe(400);
    expect(await users()).toBe(0);
    expect(await codeIn()).toBe(code);
    const spoken = ` ${code.toUpperCase().replaceAll('-', ' ')} `;
    expect((await register({ code: spoken })).status).toBe(200);
  });
});

test.runIf(isOnMongo)('elsewhere nobody becomes administrator over the net', async () => {
  room = await startRoom({ isEmpty: true });
  const refused = await register();
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    403,
    expect.stringContaining('npm run admin:create'),
  ]);
  expect(await users()).toBe(0);
  expect(existsSync(codeFile())).toBe(false);
});
