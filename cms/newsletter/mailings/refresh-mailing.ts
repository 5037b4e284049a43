import type { Payload } from 'payload';
import { mailingStatus } from './mailing-status.ts';
import { countDeliveries } from '../store/deliveries.ts';
import { findMailing, updateMailing } from '../store/mailings.ts';
import type { MailingRow } from '../store/rows.ts';
import { deliveryStates, type DeliveryState } from '../store/states.ts';

/** Counts the deliveries of a mailing anew and writes counts and status to it. */
export async function refreshMailing(payload: Payload, mailingId: string): Promise<MailingRow> {
  const counts = await countStates(payload, mailingId);
  const mailing = await findMailing(payload, { id: mailingId });
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
  await updateMailing(payload, { id: mailingId }, data);
  return { ...mailing, ...data };
}

async function countStates(payload: Payload, mailing: string) {
  const counts: Record<DeliveryState, number> = {
    waiting: 0,
    excluded: 0,
    accepted: 0,
    failed: 0,
    uncertain: 0,
  };
  for (const state of deliveryStates) {
    counts[state] = await countDeliveries(payload, { mailing, state });
  }
  return counts;
}
