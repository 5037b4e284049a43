import type { Payload } from 'payload';
import { isOfDeleted } from '../store/articles.ts';
import { openBatches, settleOpen } from '../store/batches.ts';
import { updateDeliveries } from '../store/bulk.ts';
import { deliveryIds } from '../store/deliveries.ts';
import { updateMailing } from '../store/mailings.ts';
import { killPoint } from '../kill-point.ts';
import { neverLeased } from '../store/new-rows.ts';
import { isFromBackup } from '../../shared/epoch.ts';
import type { MailingRow } from '../store/rows.ts';
import { reasons } from '../text.ts';

/** Nobody has worked on the mailing for so long: its process was off, or this is a copy of the database. */
const silence = 3600_000;

/**
 * Whether a frozen mailing may be sent on. A database that was put back from a copy does not know who got the
 * mail since; so what was left alone for an hour, or was begun before a restore, asks a person, who may also stop it. One whose article is deleted is stopped.
 */
export async function mayGoOn(payload: Payload, mailing: MailingRow): Promise<boolean> {
  const now = new Date();
  if (await isOfDeleted(payload, mailing)) {
    await stop(payload, mailing.id, reasons.deletedMidway);
    return false;
  }
  const isAsking = mailing.status === 'needs-person';
  if ((isAsking || isOff(mailing)) && mailing.decision === 'cancel') {
    await stop(payload, mailing.id, reasons.stopped);
    return false;
  }
  if (isAsking && mailing.decision !== 'send') return false;
  const aliveAt = mailing.aliveAt ?? neverLeased.leaseUntil;
  const isLeftAlone =
    now.getTime() - Date.parse(aliveAt) > silence || (await isFromBackup(payload, aliveAt));
  if (isLeftAlone && !isAsking) {
    await updateMailing(
      payload,
      { id: mailing.id },
      {
        status: 'needs-person',
        decision: null,
        heldReason: reasons.interrupted,
      },
    );
    return false;
  }
  await updateMailing(
    payload,
    { id: mailing.id },
    {
      aliveAt: now.toISOString(),
      ...(isAsking ? { status: 'sending', heldReason: null } : {}),
    },
  );
  return true;
}

/** It waits for an article to come back, which may never happen. */
const isOff = ({ status, pauseReason }: MailingRow) =>
  status === 'paused' && pauseReason === reasons.unpublishedMidway;

/** Stops the mailing: deliveries in open attempts become uncertain, waiting ones excluded. Safe to repeat. */
async function stop(payload: Payload, mailing: string, reason: string): Promise<void> {
  for (const { positions: position } of await openBatches(payload, mailing)) {
    await closeDeliveries(payload, { mailing, position }, { state: 'uncertain', reason });
  }
  killPoint('stopping');
  await closeDeliveries(payload, { mailing }, { state: 'excluded', reason });
  await settleOpen(payload, mailing);
}

async function closeDeliveries(
  payload: Payload,
  match: { mailing: string; position?: number[] },
  closed: { state: 'uncertain' | 'excluded'; reason: string },
): Promise<void> {
  for (;;) {
    const ids = await deliveryIds(payload, { ...match, state: 'waiting' }, { limit: 500 });
    if (ids.length === 0) return;
    await updateDeliveries(
      payload,
      ids.map((id) => ({ id, ...closed })),
    );
  }
}
