import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from './migrations/index.ts';
import { noteMigrations } from './note-migrations.ts';
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
});
