import type { Payload } from 'payload';
import { claim, release, updateClaimed } from './claim.ts';
import { batchSize } from './form-batches.ts';
import { lastPosition } from './freeze-audience.ts';
import { killPoint } from './kill-point.ts';
import { refreshMailing } from './refresh-mailing.ts';
import type { DeliveryRow, MailingRow } from './rows.ts';

/**
 * Sends a finished mailing once more to those whom the provider refused, and to nobody else: a refusal is the
 * one outcome that proves that nothing arrived. Returns how many. May be stopped anywhere and asked again.
 */
export async function sendAgain(payload: Payload, mailingId: string): Promise<number> {
  const claimed = await claim<MailingRow>(payload, {
    collection: 'mailings',
    id: mailingId,
    milliseconds: 60_000,
    where: { status: { equals: 'finished' } },
  });
  if (!claimed) return 0;
  try {
    // First: an open mailing without anybody waiting finishes again by itself, the other way round is stuck.
    await updateClaimed<MailingRow>(payload, claimed.lease, { finishedAt: null });
    killPoint('reopened');
    return await moveRefused(payload, mailingId);
  } finally {
    await refreshMailing(payload, mailingId);
    await release(payload, claimed.lease);
  }
}

/** Gives each refused delivery a place behind all batches that exist. */
async function moveRefused(payload: Payload, mailingId: string): Promise<number> {
  const { docs } = await payload.db.find<DeliveryRow>({
    collection: 'deliveries',
    where: { and: [{ mailing: { equals: mailingId } }, { state: { equals: 'failed' } }] },
    sort: 'position',
    limit: 0,
    pagination: false,
  });
  let position = Math.ceil(((await lastPosition(payload, mailingId)) + 1) / batchSize) * batchSize;
  for (const { id } of docs) {
    await payload.db.updateOne({
      collection: 'deliveries',
      where: { and: [{ id: { equals: id } }, { state: { equals: 'failed' } }] },
      data: {
        state: 'waiting',
        reason: null,
        position,
        slot: `${mailingId}:${String(position)}`,
      },
      options: { atomic: true },
    });
    position += 1;
  }
  return docs.length;
}
