import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite';
import type { Payload } from 'payload';
import { asSqlite } from '../../shared/engine.ts';
import type { DeliveryRow } from './rows.ts';

type NewRow = Record<string, unknown>;

/**
 * Inserts rows many at a time: on SQLite one statement per 200 (0.15 ms a row instead of 1.7), each of
 * them all or nothing; elsewhere one by one, a few at once. Throws when a unique key exists already.
 */
export async function insertRows(
  payload: Payload,
  collection: 'deliveries' | 'batches' | 'subscribers',
  rows: readonly NewRow[],
): Promise<void> {
  const sqlite = asSqlite(payload);
  if (!sqlite) {
    await inParallel(rows, (data) =>
      payload.db.create({ collection, data: { ...data }, returning: false }),
    );
    return;
  }
  const table = tableOf(sqlite, collection);
  const now = new Date().toISOString();
  for (const part of inParts(rows)) {
    await sqlite.drizzle
      .insert(table)
      .values(part.map((row) => ({ ...row, createdAt: now, updatedAt: now })));
  }
}

export type DeliveryChange = Pick<DeliveryRow, 'id' | 'state' | 'reason'> &
  Partial<Pick<DeliveryRow, 'resendId' | 'acceptedAt'>>;

/**
 * Moves waiting deliveries to their outcome. A delivery that is not waiting any more keeps what it
 * has: what a webhook proved in the meantime is not taken back. Safe to repeat.
 */
export async function updateDeliveries(
  payload: Payload,
  changes: readonly DeliveryChange[],
): Promise<void> {
  const sqlite = asSqlite(payload);
  if (!sqlite) {
    await inParallel(changes, ({ id, ...data }) =>
      payload.db.updateOne({
        collection: 'deliveries',
        where: { and: [{ id: { equals: id } }, { state: { equals: 'waiting' } }] },
        data,
        options: { atomic: true },
      }),
    );
    return;
  }
  const now = new Date().toISOString();
  for (const part of inParts(changes)) {
    const values = sql.join(
      part.map(
        (row) =>
          sql`(${row.id}, ${row.state}, ${row.reason}, ${row.resendId ?? null}, ${row.acceptedAt ?? null})`,
      ),
      sql`, `,
    );
    await sqlite.drizzle.run(sql`
      WITH change (id, state, reason, resend_id, accepted_at) AS (VALUES ${values})
      UPDATE deliveries SET state = change.state, reason = change.reason,
        resend_id = change.resend_id, accepted_at = change.accepted_at, updated_at = ${now}
      FROM change WHERE deliveries.id = change.id AND deliveries.state = 'waiting'`);
  }
}

/**
 * Gives deliveries that are in the expected state a place among those who wait, from `first` on, in this order. Safe
 * to repeat with what is left.
 */
export async function moveDeliveries(
  payload: Payload,
  move: { mailing: string; ids: readonly string[]; from: 'failed' | 'waiting'; first: number },
): Promise<void> {
  const places = move.ids.map((id, n) => {
    const position = move.first + n;
    return { id, position, slot: `${move.mailing}:${position}` };
  });
  const sqlite = asSqlite(payload);
  if (!sqlite) {
    await inParallel(places, ({ id, ...place }) =>
      payload.db.updateOne({
        collection: 'deliveries',
        where: { and: [{ id: { equals: id } }, { state: { equals: move.from } }] },
        data: { ...place, state: 'waiting', reason: null },
        options: { atomic: true },
      }),
    );
    return;
  }
  for (const part of inParts(places)) {
    const values = sql.join(
      part.map(({ id, position, slot }) => sql`(${id}, ${position}, ${slot})`),
      sql`, `,
    );
    await sqlite.drizzle.run(sql`
      WITH change (id, position, slot) AS (VALUES ${values})
      UPDATE deliveries SET state = 'waiting', reason = NULL, position = change.position, slot = change.slot,
        updated_at = ${new Date().toISOString()}
      FROM change WHERE deliveries.id = change.id AND deliveries.state = ${move.from}`);
  }
}

/** Notes on the deliveries of an alert that a digest has taken its article in. Safe to repeat. */
export async function noteInDigest(
  payload: Payload,
  wanted: { alert: string; digest: string; mark: string; until: string },
): Promise<void> {
  const sqlite = asSqlite(payload);
  if (sqlite) {
    await sqlite.drizzle.run(sql`UPDATE deliveries SET digest = ${wanted.digest}
      WHERE mailing_id = ${wanted.alert} AND digest = ${wanted.mark} AND created_at <= ${wanted.until}`);
    return;
  }
  await payload.db.updateMany({
    collection: 'deliveries',
    where: {
      and: [
        { mailing: { equals: wanted.alert } },
        { digest: { equals: wanted.mark } },
        { createdAt: { less_than_equal: wanted.until } },
      ],
    },
    data: { digest: wanted.digest },
    returning: false,
  });
}

/** SQLite leaves what is deleted in the file until the room is needed: from now on it writes zeros there. */
export async function overwriteDeleted(payload: Payload): Promise<void> {
  await asSqlite(payload)?.drizzle.run(sql`PRAGMA secure_delete = ON`);
}

/** Empties SQLite's log of writes, where older versions of a row live on. */
export async function emptyLog(payload: Payload): Promise<void> {
  await asSqlite(payload)?.drizzle.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
}

function tableOf(sqlite: SQLiteAdapter, collection: string) {
  const table = sqlite.tables[collection];
  if (!table) throw new Error(`no table for ${collection}`);
  return table;
}

function* inParts<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += 200) yield rows.slice(start, start + 200);
}

async function inParallel<T>(rows: readonly T[], write: (row: T) => Promise<unknown>) {
  for (let start = 0; start < rows.length; start += 20) {
    await Promise.all(rows.slice(start, start + 20).map(write));
  }
}
