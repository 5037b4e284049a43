import type { Payload } from 'payload';
import { noteDeparture } from '../../departures/note-departure.ts';
import { emptyLog } from '../store/bulk.ts';
import { forgetRequests } from './forget-requests.ts';
import { newSubscriber } from '../store/new-rows.ts';
import { addSubscriber, findSubscriber, removeSubscriber } from '../store/subscribers.ts';
import { reasons } from '../text.ts';
import { erasedAddress } from './tokens.ts';

/**
 * Before a subscriber's row is removed: it is written down for restores to come; and a suppressed address must stay
 * suppressed, so a keyed hash of it remains, and nothing else. Safe to run twice.
 */
export async function keepSuppression(payload: Payload, subscriberId: string): Promise<void> {
  const row = await findSubscriber(payload, { id: subscriberId });
  if (row === undefined || row.address.startsWith('erased:')) return;
  await noteDeparture(payload, { address: row.address, kind: 'erased' });
  if (row.state !== 'suppressed') return;
  const address = erasedAddress(row.address);
  if (await findSubscriber(payload, { address })) return;
  await addSubscriber(payload, {
    ...newSubscriber,
    address,
    state: 'suppressed',
    suppressedReason: row.suppressedReason ?? reasons.suppressed,
  });
}

/**
 * Removes everything known of a subscriber. Deliveries keep their outcome without a name. A request whose answer is
 * unknown stays until it is known, at most 23 hours: without its bytes nobody could ask again.
 */
export async function eraseSubscriber(payload: Payload, subscriberId: string): Promise<void> {
  await keepSuppression(payload, subscriberId);
  await removeSubscriber(payload, { id: subscriberId });
  await forgetRequests(payload);
  await emptyLog(payload);
}
