import type { Payload, Where } from 'payload';
import { claim, release, type Claimed } from '../store/claim.ts';
import { readCap } from './daily-cap.ts';
import { formBatches } from './form-batches.ts';
import { mayGoOn } from '../mailings/may-go-on.ts';
import { killPoint } from '../kill-point.ts';
import { refreshMailing } from '../mailings/refresh-mailing.ts';
import type { BatchRow, MailingRow } from '../store/rows.ts';
import { batchLease, keyLifetime, sendBatch } from './send-batch.ts';
import { applyOutcomes } from './apply-outcomes.ts';
import { reasons } from '../text.ts';

/** Batches under way at once: one on the road, one being formed, one being written down. */
const workers = 3;

/** A long mailing is sent in stretches, so that whoever watches sees that we are alive. */
const stretch = 60_000;

/** Sends what is due of every frozen mailing, oldest first; returns when nothing is due or after a stretch. */
export async function sendMailings(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find<MailingRow>({
    collection: 'mailings',
    where: { and: [{ frozenAt: { exists: true } }, { finishedAt: { exists: false } }] },
    sort: 'createdAt',
    limit: 0,
    pagination: false,
  });
  const until = Date.now() + stretch;
  for (const mailing of docs) await sendMailing(payload, mailing, until);
}

async function sendMailing(payload: Payload, mailing: MailingRow, until: number): Promise<void> {
  await settleAnswered(payload, mailing.id);
  await settleTooOld(payload, mailing);
  if ((await mayGoOn(payload, mailing)) && !(await isPaused(payload, mailing))) {
    for (let sent = 1; sent > 0;) {
      await formBatches(payload, mailing.id);
      sent = await sendDue(payload, mailing, until);
    }
  }
  await refreshMailing(payload, mailing.id);
}

async function isPaused(payload: Payload, mailing: MailingRow): Promise<boolean> {
  if (mailing.article !== null && !(await isPublished(payload, mailing.article))) {
    await pause(payload, mailing.id, { reason: reasons.unpublishedMidway, seconds: 30 });
    return true;
  }
  return mailing.pausedUntil !== null && mailing.pausedUntil > new Date().toISOString();
}

async function isPublished(payload: Payload, articleId: string): Promise<boolean> {
  const published = await payload.db.count({
    collection: 'articles',
    where: { and: [{ id: { equals: articleId } }, { _status: { equals: 'published' } }] },
  });
  return published.totalDocs > 0;
}

/** Sends the batches that are due; how many there were. */
async function sendDue(payload: Payload, mailing: MailingRow, until: number): Promise<number> {
  const progress = { sent: 0, stopped: false, refreshedAt: Date.now() };
  const work = async () => {
    while (!progress.stopped && Date.now() < until) {
      const claimed = await takeBatch(payload, mailing.id, 'open');
      if (!claimed) return;
      progress.sent += 1;
      const effect = await sendBatch(payload, mailing, claimed);
      killPoint('between-batches');
      if (effect.pause) {
        progress.stopped = true;
        await pause(payload, mailing.id, effect.pause);
      }
      if (Date.now() - progress.refreshedAt > 2000) {
        progress.refreshedAt = Date.now();
        await refreshMailing(payload, mailing.id);
      }
    }
  };
  // Close to a day's cap, several at once would stand in each other's way.
  const length = (await readCap(payload)) === null ? workers : 1;
  const results = await Promise.allSettled(Array.from({ length }, work));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
  return progress.stopped || Date.now() >= until ? 0 : progress.sent;
}

async function settleAnswered(payload: Payload, mailingId: string): Promise<void> {
  for (;;) {
    const claimed = await takeBatch(payload, mailingId, 'answered');
    if (!claimed) return;
    await applyOutcomes(payload, claimed);
    await release(payload, claimed.lease);
  }
}

/** What nobody may ask about any more is uncertain, also while the mailing waits for something else. */
async function settleTooOld(payload: Payload, mailing: MailingRow): Promise<void> {
  const tooOld: Where[] = [
    { openAttempts: { greater_than: 0 } },
    { firstAttemptAt: { less_than: new Date(Date.now() - keyLifetime).toISOString() } },
  ];
  for (;;) {
    const claimed = await takeBatch(payload, mailing.id, 'open', tooOld);
    if (!claimed) return;
    await sendBatch(payload, mailing, claimed);
  }
}

async function takeBatch(
  payload: Payload,
  mailingId: string,
  state: 'open' | 'answered',
  more: Where[] = [],
): Promise<Claimed<BatchRow> | undefined> {
  const now = new Date().toISOString();
  const isDue: Where = {
    and: [
      { mailing: { equals: mailingId } },
      { state: { equals: state } },
      { nextAttemptAt: { less_than_equal: now } },
      ...more,
    ],
  };
  for (;;) {
    const { docs } = await payload.db.find<{ id: string }>({
      collection: 'batches',
      where: { and: [isDue, { leaseUntil: { less_than: now } }] },
      sort: 'firstPosition',
      limit: 5,
      pagination: false,
      select: { key: true },
    });
    if (docs.length === 0) return undefined;
    for (const { id } of docs) {
      const claimed = await claim<BatchRow>(payload, {
        collection: 'batches',
        id,
        milliseconds: batchLease,
        where: isDue,
      });
      if (claimed) return claimed;
    }
  }
}

async function pause(
  payload: Payload,
  mailingId: string,
  { reason, seconds }: { reason: string; seconds: number },
): Promise<void> {
  await payload.db.updateOne({
    collection: 'mailings',
    where: { id: { equals: mailingId } },
    data: {
      pausedUntil: new Date(Date.now() + seconds * 1000).toISOString(),
      pauseReason: reason,
      status: 'paused',
    },
    options: { atomic: true },
  });
}
