import type { Payload } from 'payload';
import { neverLeased } from './new-rows.ts';
import { updateRows } from './query.ts';

const done = new WeakSet<Payload>();

/**
 * On SQLite one process has the file, so whatever is leased when it starts was leased by a dead one:
 * no need to wait for the time to run out. Elsewhere others may be alive, and leases expire by time.
 */
export async function forgetDeadLeases(payload: Payload): Promise<void> {
  if (done.has(payload)) return;
  done.add(payload);
  if (payload.db.name !== 'sqlite') return;
  const now = new Date().toISOString();
  for (const collection of ['mailings', 'batches'] as const) {
    await updateRows(payload, collection, [{ leaseUntil: { greater_than: now } }], neverLeased);
  }
  // A confirmation mail is claimed by moving its due time.
  await updateRows(
    payload,
    'subscribers',
    [{ confirmation: { equals: 'requested' } }, { confirmationNextAt: { greater_than: now } }],
    { confirmationNextAt: now },
  );
}
