import type { Payload } from 'payload';
import { release, updateClaimed, type Lease } from '../store/claim.ts';
import { before, deliveryIds, lastPosition, updateDelivery } from '../store/deliveries.ts';
import { claimMailing } from '../store/mailings.ts';
import { batchSize } from '../sending/form-batches.ts';
import { killPoint } from '../kill-point.ts';
import { refreshMailing } from './refresh-mailing.ts';

/**
 * Sends a finished mailing once more to those whom the provider refused, and to nobody else: a refusal is the
 * one outcome that proves that nothing arrived. Returns how many. May be stopped anywhere and asked again.
 */
export async function sendAgain(payload: Payload, mailingId: string): Promise<number> {
  const claimed = await claimMailing(payload, mailingId, { status: 'finished' });
  if (!claimed) return 0;
  try {
    // First: an open mailing without anybody waiting finishes again by itself, the other way round is stuck.
    await updateClaimed(payload, claimed.lease, {
      finishedAt: null,
      aliveAt: new Date().toISOString(),
    });
    killPoint('reopened');
    return await moveRefused(payload, claimed.lease);
  } finally {
    await refreshMailing(payload, mailingId);
    await release(payload, claimed.lease);
  }
}

/** Gives each refused delivery a place behind all batches that exist. */
async function moveRefused(payload: Payload, lease: Lease<'mailings'>): Promise<number> {
  const mailing = lease.id;
  const first = Math.ceil(((await lastPosition(payload, mailing)) + 1) / batchSize) * batchSize;
  let position = first;
  for (;;) {
    const refused = { mailing, state: 'failed' } as const;
    const ids = await deliveryIds(payload, refused, { and: before(first), limit: 500 });
    if (ids.length === 0) return position - first;
    await updateClaimed(payload, lease, {
      leaseUntil: new Date(Date.now() + 60_000).toISOString(),
    });
    for (const id of ids) {
      const slot = `${mailing}:${String(position)}`;
      await updateDelivery(
        payload,
        { id, state: 'failed' },
        { state: 'waiting', reason: null, position, slot },
      );
      position += 1;
    }
  }
}
