import type { Payload } from 'payload';
import { emptyLog } from './bulk.ts';
import type { SubscriberRow } from './rows.ts';

/** How long somebody may take to confirm; afterwards the link is dead and the address forgotten. */
export const confirmLifetime = 7 * 24 * 3600 * 1000;

/** Forgets those who never confirmed (GDPR article 5 no. 1 e). */
export async function removeStalePending(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find<Pick<SubscriberRow, 'id'>>({
    collection: 'subscribers',
    where: {
      and: [
        { state: { equals: 'pending' } },
        { confirmExpiresAt: { less_than: new Date().toISOString() } },
      ],
    },
    select: { state: true },
    limit: 100,
    pagination: false,
  });
  for (const { id } of docs) {
    await payload.db.deleteOne({
      collection: 'subscribers',
      where: { and: [{ id: { equals: id } }, { state: { equals: 'pending' } }] },
    });
  }
  if (docs.length > 0) await emptyLog(payload);
}
