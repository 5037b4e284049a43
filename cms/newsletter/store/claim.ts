import { randomUUID } from 'node:crypto';
import type { Payload, Where } from 'payload';
import { neverLeased } from './rows.ts';

export interface Lease {
  collection: 'mailings' | 'batches';
  id: string;
  token: string;
}

/** A row that is ours for now, as it was when we took it. */
export interface Claimed<Row> {
  lease: Lease;
  row: Row;
}

/**
 * Takes a row for `milliseconds`, unless somebody holds it. One conditional UPDATE in the database, so
 * of any number of processes exactly one gets the lease. A process that dies loses it by time.
 */
export async function claim<Row>(
  payload: Payload,
  wanted: { collection: Lease['collection']; id: string; milliseconds: number; where?: Where },
): Promise<Claimed<Row> | undefined> {
  const token = randomUUID();
  const now = Date.now();
  const row: unknown = await payload.db.updateOne({
    collection: wanted.collection,
    where: {
      and: [
        { id: { equals: wanted.id } },
        { leaseUntil: { less_than: new Date(now).toISOString() } },
        ...(wanted.where ? [wanted.where] : []),
      ],
    },
    data: { leaseToken: token, leaseUntil: new Date(now + wanted.milliseconds).toISOString() },
    options: { atomic: true },
  });
  if (!isRow(row)) return undefined;
  const lease = { collection: wanted.collection, id: wanted.id, token };
  return { lease, row: row as Row }; // the collection's own columns, read back by the same statement
}

/** Thrown when another process took the row over; whoever sees it stops without writing anything. */
export class LeaseLost extends Error {}

/** Writes to a claimed row, only while the lease is ours. Returns the row as it is afterwards. */
export async function updateClaimed<Row>(
  payload: Payload,
  lease: Lease,
  data: Partial<Row>,
): Promise<Row> {
  const row: unknown = await payload.db.updateOne({
    collection: lease.collection,
    where: { and: [{ id: { equals: lease.id } }, { leaseToken: { equals: lease.token } }] },
    data,
    options: { atomic: true },
  });
  if (!isRow(row)) throw new LeaseLost(`${lease.collection} ${lease.id}`);
  return row as Row; // the collection's own columns, read back by the same statement
}

/** Gives the row back. Losing the race is fine: then it is not ours to give. */
export async function release(payload: Payload, lease: Lease): Promise<void> {
  await payload.db.updateOne({
    collection: lease.collection,
    where: { and: [{ id: { equals: lease.id } }, { leaseToken: { equals: lease.token } }] },
    data: { ...neverLeased },
    options: { atomic: true },
  });
}

const isRow = (row: unknown) => typeof row === 'object' && row !== null;
