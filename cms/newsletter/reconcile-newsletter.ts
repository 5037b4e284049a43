import type { Payload } from 'payload';
import { forgetDeadLeases } from './store/forget-dead-leases.ts';
import { forgetRequests } from './subscribers/forget-requests.ts';
import { scheduleAlerts } from './mailings/schedule-alerts.ts';
import { scheduleCorrections } from './mailings/schedule-corrections.ts';
import { scheduleDigests } from './mailings/schedule-digests.ts';
import { removeStalePending } from './subscribers/remove-stale-pending.ts';
import { forgetNetworks } from './subscribers/confirmation-room.ts';
import { sendConfirmations } from './subscribers/send-confirmations.ts';
import { postBatch } from './provider/resend-client.ts';
import { sendMailings } from './sending/send-mailings.ts';
import { payloadSendingStore } from './store/payload-sending-store.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problems } from './problems.ts';

/** One run at a time in a process; a call that comes meanwhile gets the run that is under way. */
const running = new WeakMap<Payload, Promise<void>>();

/**
 * Does everything of the newsletter that is due: schedules alerts, freezes, sends, confirms. Compares
 * state, so it may be called at any time, by any number of processes, and killed anywhere. Resolves
 * when nothing is due, or after about a minute; rejects when something is wrong with us (not with the provider or the site).
 */
export function reconcileNewsletter(payload: Payload): Promise<void> {
  const current = running.get(payload);
  if (current) return current;
  const run = reconcile(payload).finally(() => running.delete(payload));
  running.set(payload, run);
  return run;
}

async function reconcile(payload: Payload): Promise<void> {
  await forgetDeadLeases(payload);
  const problems = new Problems();
  const untried = new Set(steps);
  /** Every step was tried: what is due to be sent now is all. */
  const allTried = new AbortController();
  const over = new AbortController();
  const lanes = steps.map(async (step) => {
    do {
      await problems.collect(() => step(payload));
      untried.delete(step);
      if (untried.size === 0) allTried.abort();
      await pause(over.signal);
    } while (!over.signal.aborted);
  });
  for (let isLast = false; !isLast;) {
    await pause(allTried.signal);
    isLast = allTried.signal.aborted;
    await problems.collect(() => sendDue(payload));
  }
  over.abort();
  await Promise.all(lanes);
  problems.throwAll();
}

/**
 * Each by itself and side by side, again and again while anything is sent: one that fails or has much to do holds up
 * no other; an audience of 100,000 no small alert, and a long mailing nobody who signs up.
 */
const steps = [
  sendConfirmations,
  forgetNetworks,
  scheduleAlerts,
  scheduleCorrections,
  scheduleDigests,
  removeStalePending,
  forgetRequests,
] as const;

const sendDue = (payload: Payload) =>
  sendMailings({ store: payloadSendingStore(payload), post: postBatch, log: payload.logger });

/** A second, or less once the signal is given. */
const pause = (signal: AbortSignal) => sleep(1000, undefined, { signal }).catch(() => undefined);
