import type { Payload } from 'payload';
import { neverLeased } from './rows.ts';

const done = new WeakSet<Payload>();

/**
 * On SQLite one process has the file, so whatever is leased when it starts was leased by a dead one:
 * no need to wait for the time to run out. Elsewhere others may be alive, and leases expire by time.
 */
export async function forgetDeadLeases(payload: Payload): Promise<void> {
  if (done.has(payload)) return;
  done.add(payload);
  if (payload.db.name !== 'sqlite') return;
  for (const collection of ['mailings', 'batches'] as const) {
    await payload.db.updateMany({
      collection,
      where: { leaseUntil: { greater_than: new Date().toISOString() } },
      data: { ...neverLeased },
      returning: false,
    });
  }
  // A confirmation mail is claimed by moving its due time.
  const now = new Date().toISOString();
  await payload.db.updateMany({
    collection: 'subscribers',
    where: {
      and: [
        { confirmation: { equals: 'requested' } },
        { confirmationNextAt: { greater_than: now } },
      ],
    },
    data: { confirmationNextAt: now },
    returning: false,
  });
}
