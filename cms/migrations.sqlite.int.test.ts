import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite';
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

interface Snapshot {
  tables: Record<
    string,
    { foreignKeys: Record<string, { columnsFrom: string[]; onDelete?: string }> }
  >;
}

/** Of tables that nothing writes to: nobody has the log open for writing. */
const isUnused = new Set(['payload_locked_documents_rels.log_id']);

test('what hangs on a row goes, or lets go, as the configuration says; added columns too', async () => {
  const { drizzle } = room.payload.db as unknown as SQLiteAdapter; // why: the adapter's own
  const database = room.payload.db as unknown as { requireDrizzleKit: () => Kit; schema: unknown };
  const wanted = (await database
    .requireDrizzleKit()
    .generateDrizzleJson(database.schema)) as Snapshot;
  const differing: string[] = [];
  for (const [table, { foreignKeys }] of Object.entries(wanted.tables)) {
    const rows: { from: string; on_delete: string }[] = await drizzle.all(
      sql.raw(`PRAGMA foreign_key_list(\`${table}\`)`),
    );
    const made = new Map(rows.map(({ from, on_delete }) => [from, on_delete.toLowerCase()]));
    for (const { columnsFrom, onDelete } of Object.values(foreignKeys)) {
      const [column = ''] = columnsFrom;
      const name = `${table}.${column}`;
      if (made.get(column) !== (onDelete ?? 'no action') && !isUnused.has(name))
        differing.push(
          `${name}: ${String(made.get(column))} instead of ${onDelete ?? 'no action'}`,
        );
    }
  }
  expect(differing).toEqual([]);
});
