import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from './testing/start-room.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

/** What this test needs of drizzle-kit, which Payload makes its migrations with. */
interface Kit {
  generateDrizzleJson: (schema: unknown) => Promise<unknown>;
  generateMigration: (before: unknown, after: unknown) => Promise<string[]>;
}

test('the migrations make exactly the tables that the configuration describes', async () => {
  const snapshots = (await readdir('cms/migrations')).filter((name) => name.endsWith('.json'));
  const newest = JSON.parse(
    await readFile(`cms/migrations/${snapshots.sort().at(-1) ?? ''}`, 'utf8'),
  );
  // why: the SQLite adapter's own members are not part of Payload's database type
  const database = room.payload.db as unknown as { requireDrizzleKit: () => Kit; schema: unknown };
  const kit = database.requireDrizzleKit();
  const wanted = await kit.generateDrizzleJson(database.schema);
  expect(
    await kit.generateMigration(newest, wanted),
    'make a migration: npm run migrate:create NAME',
  ).toEqual([]);
});
