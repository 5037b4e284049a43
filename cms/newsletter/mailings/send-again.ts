import type { Payload } from 'payload';
import { isFromBackup } from '../../shared/epoch.ts';
import { countUnsettled, settleAnswered } from '../store/batches.ts';
import { moveDeliveries } from '../store/bulk.ts';
import { release, updateClaimed, type Lease } from '../store/claim.ts';
import { before, countDeliveries, deliveryIds, lastPosition } from '../store/deliveries.ts';
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
    // After a restore it may have been done since the copy: then a person is asked, as with all that is older.
    const isOld = await isFromBackup(payload, claimed.row.aliveAt ?? claimed.row.requestedAt);
    const now = new Date().toISOString();
    await updateClaimed(payload, claimed.lease, {
      ...{ finishedAt: null, decision: null },
      ...(isOld ? {} : { aliveAt: now }),
    });
    killPoint('reopened');
    // Before anybody gets another place: what was answered belongs to the places as they were.
    await settleAnswered(payload, mailingId);
    return await moveBehind(payload, claimed.lease, 'failed');
  } finally {
    await refreshMailing(payload, mailingId);
    await release(payload, claimed.lease);
  }
}

/**
 * Whoever waits while every batch is settled got a place after the batches around it were cut and sent: `sendMailings`
 * in one process may meet `sendAgain` in another. Gives them places behind all batches, and lets `form` make theirs.
 */
export async function placeStranded(
  payload: Payload,
  mailing: string,
  form: () => Promise<void>,
): Promise<void> {
  const areStranded = async () =>
    (await countUnsettled(payload, mailing)) === 0 &&
    (await countDeliveries(payload, { mailing, state: 'waiting' })) > 0;
  if (!(await areStranded())) return;
  const claimed = await claimMailing(payload, mailing, {});
  if (!claimed) return;
  try {
    // Looked at again with the lease: another process may have placed them, or only split a batch.
    await form();
    if (!(await areStranded())) return;
    await moveBehind(payload, claimed.lease, 'waiting');
    await form();
  } finally {
    await release(payload, claimed.lease);
  }
}

/** Gives each delivery in this state a place behind all batches that exist. Returns how many. */
async function moveBehind(
  payload: Payload,
  lease: Lease<'mailings'>,
  from: 'failed' | 'waiting',
): Promise<number> {
  const mailing = lease.id;
  const start = Math.ceil(((await lastPosition(payload, mailing)) + 1) / batchSize) * batchSize;
  for (let first = start; ;) {
    const wanted = { mailing, state: from } as const;
    const ids = await deliveryIds(payload, wanted, { and: before(start), limit: 200 });
    if (ids.length === 0) return first - start;
    await updateClaimed(payload, lease, {
      leaseUntil: new Date(Date.now() + 60_000).toISOString(),
    });
    await moveDeliveries(payload, { mailing, ids, from, first });
    killPoint('moved');
    first += ids.length;
  }
}
