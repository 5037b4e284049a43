import type { Payload } from 'payload';
import { emptyLog } from '../store/bulk.ts';
import { forgetRequests } from './forget-requests.ts';
import { newSubscriber, type SubscriberRow } from '../store/rows.ts';
import { reasons } from '../text.ts';
import { erasedAddress } from './tokens.ts';

/**
 * Before a subscriber's row is removed: a suppressed address must stay suppressed, so a keyed hash of
 * it remains, and nothing else. Safe to run twice.
 */
export async function keepSuppression(payload: Payload, subscriberId: string): Promise<void> {
  const row = await payload.db.findOne<SubscriberRow>({
    collection: 'subscribers',
    where: { id: { equals: subscriberId } },
  });
  if (row?.state !== 'suppressed' || row.address.startsWith('erased:')) return;
  const address = erasedAddress(row.address);
  const already = await payload.db.findOne({
    collection: 'subscribers',
    where: { address: { equals: address } },
  });
  if (already) return;
  await payload.db.create({
    collection: 'subscribers',
    data: {
      ...newSubscriber,
      address,
      state: 'suppressed',
      suppressedReason: row.suppressedReason ?? reasons.suppressed,
    },
  });
}

/**
 * Removes everything known of a subscriber. Deliveries keep their outcome without a name. A request whose answer is
 * unknown stays until it is known, at most 23 hours: without its bytes nobody could ask again.
 */
export async function eraseSubscriber(payload: Payload, subscriberId: string): Promise<void> {
  await keepSuppression(payload, subscriberId);
  await payload.db.deleteOne({
    collection: 'subscribers',
    where: { id: { equals: subscriberId } },
  });
  await forgetRequests(payload);
  await emptyLog(payload);
}
