import { afterEach, expect, test } from 'vitest';
import { startRoom, type Room } from './testing/start-room.ts';
import { isOnMongo } from './testing/test-database.ts';

let room: Room;
afterEach(() => room.stop());

const person = { email: 'forst@example.com', password: 'et langt passord', name: 'Først' };
const register = () =>
  room.ask('anonymous', 'POST', '/users/first-register', { ...person, role: 'writer' });

test.skipIf(isOnMongo)(
  'on the embedded database the first who comes becomes administrator, and no second one',
  async () => {
    room = await startRoom({ isEmpty: true });
    const first = await register();
    expect(first.status).toBe(200);
    expect(first.body.user.role).toBe('admin');
    const second = await room.ask('anonymous', 'POST', '/users/first-register', {
      ...person,
      email: 'andre@example.com',
    });
    expect(second.status).toBe(403);
    expect(await room.payload.count({ collection: 'users' })).toEqual({ totalDocs: 1 });
  },
);

test.runIf(isOnMongo)('elsewhere nobody becomes administrator over the net', async () => {
  room = await startRoom({ isEmpty: true });
  const refused = await register();
  expect([refused.status, JSON.stringify(refused.body)]).toEqual([
    403,
    expect.stringContaining('npm run admin:create'),
  ]);
  expect(await room.payload.count({ collection: 'users' })).toEqual({ totalDocs: 0 });
});
