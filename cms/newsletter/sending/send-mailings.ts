import { killPoint } from '../kill-point.ts';
import type { MailingRow } from '../store/rows.ts';
import { reasons } from '../text.ts';
import { applyOutcomes } from './apply-outcomes.ts';
import { formBatches } from './form-batches.ts';
import { keyLifetime, sendBatch } from './send-batch.ts';
import type { Sending, SendingStore } from './sending-store.ts';

/** Batches under way at once: one on the road, one being formed, one being written down. */
const workers = 3;

/** A long mailing is sent in stretches, so that whoever watches sees that we are alive. */
const stretch = 60_000;

/** Sends what is due of every frozen mailing, oldest first; returns when nothing is due or after a stretch. */
export async function sendMailings(sending: Sending): Promise<void> {
  const until = Date.now() + stretch;
  for (const mailing of await sending.store.unfinishedMailings()) {
    await sendMailing(sending, mailing, until);
  }
}

async function sendMailing(sending: Sending, mailing: MailingRow, until: number): Promise<void> {
  const { store } = sending;
  await applyAnswered(store, mailing.id);
  await giveUpTooOld(sending, mailing);
  if ((await store.mayGoOn(mailing)) && !(await isPaused(store, mailing))) {
    for (let sent = 1; sent > 0;) {
      await formBatches(store, mailing.id);
      sent = await sendDue(sending, mailing, until);
    }
  }
  await store.refreshMailing(mailing.id);
}

async function isPaused(store: SendingStore, mailing: MailingRow): Promise<boolean> {
  if (mailing.article !== null && !(await store.isArticlePublished(mailing.article))) {
    await store.pauseMailing(mailing.id, { reason: reasons.unpublishedMidway, seconds: 30 });
    return true;
  }
  return mailing.pausedUntil !== null && mailing.pausedUntil > new Date().toISOString();
}

/** Sends the batches that are due; how many there were. */
async function sendDue(sending: Sending, mailing: MailingRow, until: number): Promise<number> {
  const { store } = sending;
  const progress = { sent: 0, stopped: false, refreshedAt: Date.now() };
  const work = async () => {
    while (!progress.stopped && Date.now() < until) {
      const claimed = await store.claimBatch({ mailing: mailing.id, state: 'open' });
      if (!claimed) return;
      progress.sent += 1;
      const effect = await sendBatch(sending, mailing, claimed);
      killPoint('between-batches');
      if (effect.pause) {
        progress.stopped = true;
        await store.pauseMailing(mailing.id, effect.pause);
      }
      if (Date.now() - progress.refreshedAt > 2000) {
        progress.refreshedAt = Date.now();
        await store.refreshMailing(mailing.id);
      }
    }
  };
  // Close to a day's cap, several at once would stand in each other's way.
  const length = (await store.dailyCap()) === null ? workers : 1;
  const results = await Promise.allSettled(Array.from({ length }, work));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
  return progress.stopped || Date.now() >= until ? 0 : progress.sent;
}

async function applyAnswered(store: SendingStore, mailing: string): Promise<void> {
  for (;;) {
    const claimed = await store.claimBatch({ mailing, state: 'answered' });
    if (!claimed) return;
    await applyOutcomes(store, claimed);
    await store.releaseBatch(claimed.lease);
  }
}

/** Batches whose key is too old to repeat become uncertain, also while the mailing waits for something else. */
async function giveUpTooOld(sending: Sending, mailing: MailingRow): Promise<void> {
  const openedBefore = new Date(Date.now() - keyLifetime);
  for (;;) {
    const wanted = { mailing: mailing.id, state: 'open', openedBefore } as const;
    const claimed = await sending.store.claimBatch(wanted);
    if (!claimed) return;
    await sendBatch(sending, mailing, claimed);
  }
}
