import type { Payload } from 'payload';
import { mailingStatus } from './mailing-status.ts';
import { countOutcomes } from '../store/counts.ts';
import { findMailing, updateMailing } from '../store/mailings.ts';
import type { MailingRow } from '../store/rows.ts';

/** Counts the deliveries of a mailing anew and writes counts and status to it. */
export async function refreshMailing(payload: Payload, mailingId: string): Promise<MailingRow> {
  for (;;) {
    const refreshed = await refresh(payload, mailingId);
    if (refreshed !== undefined) return refreshed;
  }
}

/** Undefined when it was reopened, finished or stopped between the count and the write: what was counted is old then. */
async function refresh(payload: Payload, mailingId: string): Promise<MailingRow | undefined> {
  const mailing = await findMailing(payload, { id: mailingId });
  if (!mailing) throw new Error(`mailing ${mailingId} does not exist`);
  const { states: counts } = await countOutcomes(payload, mailingId);
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
  const { id, status: before, finishedAt } = mailing;
  const written = await updateMailing(payload, { id, status: before, finishedAt }, data);
  return written && { ...mailing, ...data };
}
