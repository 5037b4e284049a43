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
  await intake(payload, problems);
  let isSending = true;
  const sending = sendMailings({
    store: payloadSendingStore(payload),
    post: postBatch,
    log: payload.logger,
  }).finally(() => {
    isSending = false;
  });
  // A long mailing must not keep somebody who signs up waiting for the confirmation mail.
  const meanwhile = async () => {
    while (isSending) {
      await Promise.race([sending.catch(() => undefined), sleep(1000)]);
      if (isSending) await intake(payload, problems);
    }
  };
  await Promise.all([problems.collect(() => sending), meanwhile()]);
  problems.throwAll();
}

/** Each step by itself: one that fails holds up no other. */
const steps = [
  sendConfirmations,
  forgetNetworks,
  scheduleAlerts,
  scheduleCorrections,
  scheduleDigests,
  removeStalePending,
  forgetRequests,
] as const;

async function intake(payload: Payload, problems: Problems): Promise<void> {
  for (const step of steps) await problems.collect(() => step(payload));
}
