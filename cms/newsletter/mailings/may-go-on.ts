import type { Payload, Where } from 'payload';
import { updateDeliveries, type DeliveryChange } from '../store/bulk.ts';
import { isFromBackup } from './is-from-backup.ts';
import { neverLeased, type BatchRow, type DeliveryRow, type MailingRow } from '../store/rows.ts';
import { reasons } from '../text.ts';

/** Nobody has worked on the mailing for so long: its process was off, or this is a copy of the database. */
const silence = 3600_000;

/**
 * Whether a frozen mailing may be sent on. A database that was put back from a copy does not know who got the
 * mail since; so what was left alone for an hour, or was begun before a restore, asks a person, who may also stop it.
 */
export async function mayGoOn(payload: Payload, mailing: MailingRow): Promise<boolean> {
  const now = new Date();
  const isAsking = mailing.status === 'needs-person';
  if (isAsking && mailing.decision === 'cancel') {
    await stop(payload, mailing.id);
    return false;
  }
  if (isAsking && mailing.decision !== 'send') return false;
  const aliveAt = mailing.aliveAt ?? neverLeased.leaseUntil;
  const isLeftAlone = now.getTime() - Date.parse(aliveAt) > silence || isFromBackup(aliveAt);
  if (isLeftAlone && !isAsking) {
    await write(payload, mailing.id, {
      status: 'needs-person',
      decision: null,
      heldReason: reasons.interrupted,
    });
    return false;
  }
  await write(payload, mailing.id, {
    aliveAt: now.toISOString(),
    ...(isAsking ? { status: 'sending', heldReason: null } : {}),
  });
  return true;
}

/** Stops the mailing: deliveries in open attempts become uncertain, waiting ones excluded. Safe to repeat. */
async function stop(payload: Payload, mailingId: string): Promise<void> {
  const ofMailing = { mailing: { equals: mailingId } };
  const { docs: batches } = await payload.db.find<BatchRow>({
    collection: 'batches',
    where: { and: [ofMailing, { openAttempts: { greater_than: 0 } }] },
    limit: 0,
    pagination: false,
  });
  for (const { positions } of batches) {
    await closeDeliveries(
      payload,
      { and: [ofMailing, { position: { in: positions } }] },
      'uncertain',
    );
  }
  await closeDeliveries(payload, ofMailing, 'excluded');
  await payload.db.updateMany({
    collection: 'batches',
    where: { and: [ofMailing, { state: { equals: 'open' } }] },
    data: { state: 'settled', openAttempts: 0, request: null },
    returning: false,
  });
}

async function closeDeliveries(
  payload: Payload,
  where: Where,
  state: 'uncertain' | 'excluded',
): Promise<void> {
  for (;;) {
    const { docs } = await payload.db.find<Pick<DeliveryRow, 'id'>>({
      collection: 'deliveries',
      where: { and: [where, { state: { equals: 'waiting' } }] },
      select: { key: true },
      limit: 500,
      pagination: false,
    });
    if (docs.length === 0) return;
    const change = { state, reason: reasons.stopped } satisfies Omit<DeliveryChange, 'id'>;
    await updateDeliveries(
      payload,
      docs.map(({ id }) => ({ id, ...change })),
    );
  }
}

async function write(payload: Payload, mailingId: string, data: Partial<MailingRow>) {
  await payload.db.updateOne({
    collection: 'mailings',
    where: { id: { equals: mailingId } },
    data,
    options: { atomic: true },
  });
}
