import type { Payload } from 'payload';
import { mailingStatus } from './mailing-status.ts';
import { deliveryStates, type DeliveryState, type MailingRow } from '../store/rows.ts';

/** Counts the deliveries of a mailing anew and writes counts and status to it. */
export async function refreshMailing(payload: Payload, mailingId: string): Promise<MailingRow> {
  const counts = await countStates(payload, mailingId);
  const byId = { id: { equals: mailingId } };
  const mailing = await payload.db.findOne<MailingRow>({ collection: 'mailings', where: byId });
  if (!mailing) throw new Error(`mailing ${mailingId} does not exist`);
  const status = mailingStatus({
    ...counts,
    candidates: mailing.candidates,
    frozen: mailing.frozenAt !== null,
    audienceStarted: mailing.audienceAt !== null,
    cancelled: mailing.status === 'cancelled',
    needsPerson: mailing.status === 'needs-person',
    paused: mailing.pausedUntil !== null && mailing.pausedUntil > new Date().toISOString(),
  });
  const isDone = status === 'finished';
  const data: Partial<MailingRow> = {
    ...counts,
    status,
    finishedAt: isDone ? (mailing.finishedAt ?? new Date().toISOString()) : null,
    ...(isDone ? { pausedUntil: null, pauseReason: null } : {}),
  };
  await payload.db.updateOne({
    collection: 'mailings',
    where: byId,
    data,
    options: { atomic: true },
  });
  return { ...mailing, ...data };
}

async function countStates(payload: Payload, mailingId: string) {
  const counts: Record<DeliveryState, number> = {
    waiting: 0,
    excluded: 0,
    accepted: 0,
    failed: 0,
    uncertain: 0,
  };
  for (const state of deliveryStates) {
    const { totalDocs } = await payload.db.count({
      collection: 'deliveries',
      where: { and: [{ mailing: { equals: mailingId } }, { state: { equals: state } }] },
    });
    counts[state] = totalDocs;
  }
  return counts;
}
