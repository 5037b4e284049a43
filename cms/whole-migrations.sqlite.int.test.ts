import { sql, type MigrateUpArgs, type SQLiteAdapter } from '@payloadcms/db-sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from './testing/start-room.ts';
import { wholeMigrations } from './whole-migrations.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom({ isEmpty: true });
});
afterAll(() => room.stop());

const database = () => (room.payload.db as unknown as SQLiteAdapter).drizzle; // why: the adapter's own
const run = async (name: string, statements: string[]) => {
  const up = async ({ db }: MigrateUpArgs) => {
    for (const statement of statements) await db.run(sql.raw(statement));
  };
  const down = async () => undefined;
  const args = { payload: room.payload, db: database() } as unknown as MigrateUpArgs; // why: no request is needed
  for (const migration of wholeMigrations([{ name, up, down }])) await migration.up(args);
};
const notes = async (name: string) =>
  (
    await room.payload.db.count({
      collection: 'payload-migrations',
      where: { name: { equals: name } },
    })
  ).totalDocs;

test('a migration that ends half-way leaves nothing, and can be begun again', async () => {
  const first = 'CREATE TABLE halfway (id text)';
  await expect(run('halfway', [first, 'ALTER TABLE nowhere ADD x text'])).rejects.toThrow();
  expect(await notes('halfway')).toBe(0);
  await run('halfway', [first]);
  expect(await notes('halfway')).toBe(1);
});

test('a table that is made anew keeps what hangs on its rows', async () => {
  await run('parents', [
    'CREATE TABLE parents (id text PRIMARY KEY)',
    'CREATE TABLE children (parent text REFERENCES parents(id) ON DELETE CASCADE)',
    "INSERT INTO parents VALUES ('p')",
    "INSERT INTO children VALUES ('p')",
  ]);
  await run('remade', [
    'CREATE TABLE parents_new (id text PRIMARY KEY, name text)',
    'INSERT INTO parents_new (id) SELECT id FROM parents',
    'DROP TABLE parents',
    'ALTER TABLE parents_new RENAME TO parents',
  ]);
  expect(await database().all(sql`SELECT * FROM children`)).toHaveLength(1);
  expect(await database().all(sql`PRAGMA foreign_keys`)).toEqual([{ foreign_keys: 1 }]);
});

test('a migration that leaves rows pointing at nothing is refused', async () => {
  await run('owners', [
    'CREATE TABLE owners (id text PRIMARY KEY)',
    'CREATE TABLE owned (owner text REFERENCES owners(id))',
    "INSERT INTO owners VALUES ('o')",
    "INSERT INTO owned VALUES ('o')",
  ]);
  await expect(run('emptied', ['DELETE FROM owners'])).rejects.toThrow('1 rows would point');
  expect(await database().all(sql`SELECT * FROM owners`)).toHaveLength(1);
});
