import type { Payload } from 'payload';
import { emptyLog } from '../store/bulk.ts';
import { dropOldTimes, keepTimes } from './confirmation-times.ts';
import { expiredRequests, removeSubscriber, updateSubscriber } from '../store/subscribers.ts';

/** How long somebody may take to confirm; afterwards the link is dead and the address forgotten. */
export const confirmLifetime = 7 * 24 * 3600 * 1000;
/** How long a request may wait for its mail before it is forgotten. */
export const queueLifetime = 30 * 24 * 3600 * 1000;

/** Forgets those who never confirmed, and what was asked for in their name (GDPR article 5 no. 1 e). */
export async function removeStalePending(payload: Payload): Promise<void> {
  const expired = await expiredRequests(payload);
  for (const { id, address, state, confirmationTimes, confirmExpiresAt, confirmNonce } of expired) {
    if (state === 'pending') {
      await keepTimes(payload, { address, times: confirmationTimes });
      await removeSubscriber(payload, { id, state, confirmExpiresAt });
    } else {
      await updateSubscriber(
        payload,
        { id, state, confirmNonce },
        {
          ...{ asked: null, confirmNonce: null, confirmExpiresAt: null },
          ...{ confirmation: 'none', confirmationNextAt: null },
        },
      );
    }
  }
  if (expired.length === 0) return;
  await dropOldTimes(payload);
  await emptyLog(payload);
}
