import type { Payload, Where } from 'payload';
import { emptyLog } from '../store/bulk.ts';
import { dropOldTimes, keepTimes } from './confirmation-times.ts';
import type { SubscriberRow } from '../store/rows.ts';

/** How long somebody may take to confirm; afterwards the link is dead and the address forgotten. */
export const confirmLifetime = 7 * 24 * 3600 * 1000;

/** Forgets those who never confirmed, and what was asked for in their name (GDPR article 5 no. 1 e). */
export async function removeStalePending(payload: Payload): Promise<void> {
  const isStale: Where = { confirmExpiresAt: { less_than: new Date().toISOString() } };
  const { docs } = await payload.db.find<SubscriberRow>({
    collection: 'subscribers',
    where: { and: [{ state: { equals: 'pending' } }, isStale] },
    limit: 100,
    pagination: false,
  });
  for (const { id, address, confirmationTimes } of docs) {
    await keepTimes(payload, { address, times: confirmationTimes });
    await payload.db.deleteOne({
      collection: 'subscribers',
      where: { and: [{ id: { equals: id } }, { state: { equals: 'pending' } }, isStale] },
    });
  }
  const gone: unknown = await payload.db.updateOne({
    collection: 'subscribers',
    where: {
      and: [{ confirmNonce: { exists: true } }, { state: { equals: 'unsubscribed' } }, isStale],
    },
    data: { asked: null, confirmNonce: null, confirmation: 'none', confirmationNextAt: null },
    options: { atomic: true },
  });
  if (docs.length === 0 && gone === null) return;
  await dropOldTimes(payload);
  await emptyLog(payload);
}
