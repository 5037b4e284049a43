import { writeSync } from 'node:fs';
import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import type { Payload } from 'payload';
import { databaseCuts } from './database-cuts.ts';

/** Tells the test on the other end of the pipe what happened. */
const tell = (what: string) => writeSync(1, `crash: ${what}\n`);

/**
 * Makes the database of a process under test fail between it and the driver.
 * - `CUT=before|after`, on SQLite: the first write of each kind of `databaseCuts` throws, before the database has it
 *   or after. On MongoDB `startCutter` does it for real.
 * - `GAP=1`: of the deliveries of the first mailing one is not written and throws, while those around it are.
 */
export function failDatabase(payload: Payload): void {
  const { CUT: cut, GAP: gap } = process.env;
  if (payload.db.name === 'sqlite') {
    // why: the adapter's name tells its class, and Payload types `db` as the common base.
    failSqlite(payload.db as unknown as SQLiteAdapter, { cut, gap });
  } else if (gap === '1') failInsert(payload);
}

const hole = 7;

function failSqlite(adapter: SQLiteAdapter, { cut, gap }: { cut?: string; gap?: string }): void {
  const { client } = adapter;
  const execute = client.execute.bind(client);
  const left = new Map(cut === undefined || cut === '' ? [] : Object.entries(databaseCuts));
  let hasGap = gap !== '1';
  const failing = async (...asked: Parameters<typeof execute>) => {
    const [statement] = asked;
    const sql = typeof statement === 'string' ? statement : statement.sql;
    const kind = [...left].find(([, { sqlite }]) => sqlite.test(sql))?.[0];
    if (kind !== undefined) {
      left.delete(kind);
      if (cut === 'after') await execute(...asked);
      tell(`cut ${kind}`);
      throw ioError();
    }
    const result = await execute(...asked);
    if (!hasGap && /^insert into "deliveries"/.test(sql)) {
      hasGap = true;
      await execute(`DELETE FROM deliveries WHERE position = ${String(hole)}`);
      tell('gap');
      throw ioError();
    }
    return result;
  };
  client.execute = failing as typeof client.execute; // why: one implementation for its overloads
}

const ioError = () =>
  Object.assign(new Error('SQLITE_IOERR: disk I/O error'), { code: 'SQLITE_IOERR' });

function failInsert({ db }: Payload): void {
  const create = db.create.bind(db);
  let hasGap = false;
  db.create = (args) => {
    if (hasGap || args.collection !== 'deliveries' || args.data['position'] !== hole)
      return create(args);
    hasGap = true;
    tell('gap');
    return Promise.reject(new Error('connection 4 to 127.0.0.1 closed'));
  };
}
