import { randomUUID } from 'node:crypto';
import type { Payload, Where } from 'payload';
import { readEpoch } from '../../shared/epoch.ts';
import { neverLeased } from './new-rows.ts';
import { matching, updateRow, type Row } from './query.ts';

type Leased = 'mailings' | 'batches';

export interface Lease<C extends Leased = Leased> {
  collection: C;
  id: string;
  token: string;
}

/** A row that is ours for now, as it was when we took it. */
export interface Claimed<C extends Leased> {
  lease: Lease<C>;
  row: Row<C>;
}

/**
 * Takes a row for `milliseconds`, unless somebody holds it. One conditional UPDATE in the database, so
 * of any number of processes exactly one gets the lease. A process that dies loses it by time. `epoch` (an id) is the
 * one in which it was decided to take the row: in another `LeaseLost` is thrown.
 */
export async function claim<C extends Leased>(
  payload: Payload,
  wanted: { collection: C; id: string; milliseconds: number; and: Where[]; epoch?: string },
): Promise<Claimed<C> | undefined> {
  const { collection, id, milliseconds, and } = wanted;
  // The epoch first: whoever claims what a restore has just replaced is found out by it.
  const epoch = (await readEpoch(payload)).id;
  if (epoch !== (wanted.epoch ?? epoch)) throw new LeaseLost(`${collection} ${id}`);
  const token = `${epoch}/${randomUUID()}`;
  const now = Date.now();
  const isFree = { leaseUntil: { less_than: new Date(now).toISOString() } };
  const leaseUntil = new Date(now + milliseconds).toISOString();
  // why: every leased collection has these columns, which TypeScript cannot see through the parameter.
  const lease = { leaseToken: token, leaseUntil } as Partial<Row<C>>;
  const row = await updateRow(payload, collection, [{ id: { equals: id } }, isFree, ...and], lease);
  return row && { lease: { collection, id, token }, row };
}

/** Thrown when another process took the row over, or a restore the database; whoever sees it stops without a word. */
export class LeaseLost extends Error {}

/** Writes to a claimed row, only while the lease is ours. Returns the row as it is afterwards. */
export async function updateClaimed<C extends Leased>(
  payload: Payload,
  lease: Lease<C>,
  data: Partial<Row<C>>,
): Promise<Row<C>> {
  const isOfThisEpoch = lease.token.startsWith(`${(await readEpoch(payload)).id}/`);
  const row = isOfThisEpoch
    ? await updateRow(payload, lease.collection, isOurs(lease), data)
    : undefined;
  if (!row) throw new LeaseLost(`${lease.collection} ${lease.id}`);
  return row;
}

/** Gives the row back. Losing the race is fine: then it is not ours to give. */
export async function release(payload: Payload, lease: Lease): Promise<void> {
  await updateRow(payload, lease.collection, isOurs(lease), { ...neverLeased });
}

const isOurs = ({ id, token }: Lease) => matching<Leased>({ id, leaseToken: token });
