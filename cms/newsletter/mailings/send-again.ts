import type { Payload } from 'payload';
import { claim, release, updateClaimed, type Lease } from '../store/claim.ts';
import { batchSize } from '../sending/form-batches.ts';
import { lastPosition } from '../store/last-position.ts';
import { killPoint } from '../kill-point.ts';
import { refreshMailing } from './refresh-mailing.ts';
import type { DeliveryRow, MailingRow } from '../store/rows.ts';

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
    await updateClaimed<MailingRow>(payload, claimed.lease, {
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
async function moveRefused(payload: Payload, lease: Lease): Promise<number> {
  const mailingId = lease.id;
  const first = Math.ceil(((await lastPosition(payload, mailingId)) + 1) / batchSize) * batchSize;
  let position = first;
  for (;;) {
    const { docs } = await payload.db.find<Pick<DeliveryRow, 'id'>>({
      collection: 'deliveries',
      where: {
        and: [
          { mailing: { equals: mailingId } },
          { state: { equals: 'failed' } },
          { position: { less_than: first } },
        ],
      },
      sort: 'position',
      select: { key: true },
      limit: 500,
      pagination: false,
    });
    if (docs.length === 0) return position - first;
    await updateClaimed<MailingRow>(payload, lease, {
      leaseUntil: new Date(Date.now() + 60_000).toISOString(),
    });
    position = await moveTo(payload, { docs, mailingId, position });
  }
}

async function moveTo(
  payload: Payload,
  from: { docs: Pick<DeliveryRow, 'id'>[]; mailingId: string; position: number },
): Promise<number> {
  const { docs, mailingId } = from;
  let { position } = from;
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
  return position;
}
