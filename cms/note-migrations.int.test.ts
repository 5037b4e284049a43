import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from './migrations/index.ts';
import { noteMigrations } from './note-migrations.ts';
import { stopWhenOlder } from './roles/stop-when-older.ts';
import { startRoom, type Room } from './testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom({ isEmpty: true });
});
afterAll(() => room.stop());

test('the database tells which migrations its code has, once each', async () => {
  await noteMigrations(room.payload);
  const { docs } = await room.payload.db.find<{ name: string }>({
    collection: 'payload-migrations',
    pagination: false,
  });
  const names = docs.map(({ name }) => name).toSorted();
  expect(names).toEqual(migrations.map(({ name }) => name).toSorted());
});

test('a database from newer code is not opened', async () => {
  const name = '29991231_000000_of_tomorrow';
  await room.payload.db.create({ collection: 'payload-migrations', data: { name, batch: 99 } });
  await expect(noteMigrations(room.payload)).rejects.toThrow(name);
  await room.payload.db.deleteMany({
    collection: 'payload-migrations',
    where: { name: { equals: name } },
  });
});

test('a process stops, once, when newer code has been at the database', async () => {
  let stopped = 0;
  stopWhenOlder(room.payload, { stop: () => void (stopped += 1), interval: 50 });
  await sleep(300); // nothing happens while nothing is newer
  expect(stopped).toBe(0);
  const name = '29991231_000001_of_tomorrow';
  await room.payload.db.create({ collection: 'payload-migrations', data: { name, batch: 99 } });
  await expect.poll(() => stopped).toBe(1);
  await sleep(200);
  expect(stopped).toBe(1);
});
