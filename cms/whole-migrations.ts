import { sql } from '@payloadcms/db-sqlite';
import type { migrations } from './migrations/index.ts';

type Migration = Pick<(typeof migrations)[number], 'up' | 'down'> & { name: string };

/**
 * Migrations of which each happens as a whole or not at all, its note in `payload-migrations` with it: a process may be
 * killed at any statement, and the next start goes on from there. Payload writes the same note once more; it asks by name.
 */
export const wholeMigrations = <M extends Migration>(all: readonly M[]): M[] =>
  all.map((migration) => ({
    ...migration,
    up: async (args: Parameters<M['up']>[0]) => {
      const { db, payload } = args;
      // Within a transaction SQLite does not hear this, and a table that is made anew would take its rows' dependants along.
      await db.run(sql`PRAGMA foreign_keys = OFF`);
      await db.run(sql`BEGIN IMMEDIATE`);
      try {
        const before = await danglingRows(db);
        await migration.up(args);
        const after = await danglingRows(db);
        if (after > before) throw new Error(`${after - before} rows would point at nothing`);
        const data = { name: migration.name, batch: 1 };
        await payload.db.create({ collection: 'payload-migrations', data });
        await db.run(sql`COMMIT`);
      } catch (error) {
        // What went wrong is told, not that there is nothing left to take back.
        await db.run(sql`ROLLBACK`).catch(() => undefined);
        throw error;
      } finally {
        await db.run(sql`PRAGMA foreign_keys = ON`);
      }
    },
  }));

/** Rows that refer to rows that are not there: nobody looks after these while a migration runs. */
const danglingRows = async (db: Parameters<Migration['up']>[0]['db']): Promise<number> =>
  (await db.all(sql`PRAGMA foreign_key_check`)).length;
