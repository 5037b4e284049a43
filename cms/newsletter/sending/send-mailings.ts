import { killPoint } from '../kill-point.ts';
import { Problems } from '../problems.ts';
import type { Claimed } from '../store/claim.ts';
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

/** After so long it looks anew which mailings there are; one that was frozen meanwhile need not wait for the others. */
const round = 2_000;

/**
 * Sends what is due of every frozen mailing; returns when nothing is due or after a stretch. A mailing that throws
 * is left alone until the next call and holds up no other; its error is thrown at the end.
 */
export async function sendMailings(sending: Sending): Promise<void> {
  const until = Date.now() + stretch;
  const run: Run = {
    ...{ sending, epoch: '', formed: new Set(), failed: new Set() },
    countAgainAt: new Map(),
    problems: new Problems(),
  };
  for (let sent = 1; sent > 0 && Date.now() < until;) {
    // Before anything is looked at: whether a mailing may go on is decided for this epoch.
    run.epoch = await sending.store.epoch();
    const ready: MailingRow[] = [];
    const mailings = await sending.store.unfinishedMailings();
    for (const mailing of mailings) {
      if (await guard(run, mailing, () => prepare(run, mailing))) ready.push(mailing);
    }
    sent = await sendRound(run, ready, Math.min(until, Date.now() + round));
    for (const mailing of mailings) await refresh(run, mailing, { isLast: sent === 0 });
  }
  run.problems.throwAll();
}

/** Counting takes at most this part of the time that sending has; a mailing to a million is counted seldom. */
const countingShare = 1 / 20;

async function refresh(run: Run, mailing: MailingRow, { isLast }: { isLast: boolean }) {
  const began = Date.now();
  if (!isLast && began < (run.countAgainAt.get(mailing.id) ?? 0)) return;
  await guard(run, mailing, () => run.sending.store.refreshMailing(mailing.id));
  const now = Date.now();
  run.countAgainAt.set(mailing.id, now + (now - began) / countingShare);
}

interface Run {
  sending: Sending;
  /** That of this round, as an id. */
  epoch: string;
  /** Mailings whose batches are there, as ids. */
  formed: Set<string>;
  /** Mailings that threw, as ids. */
  failed: Set<string>;
  /** Per mailing, by its id, when its deliveries may be counted anew, in ms. */
  countAgainAt: Map<string, number>;
  problems: Problems;
}

/** Does work on a mailing, unless some on it has failed in this call; undefined when it fails. */
async function guard<T>(
  { problems, failed }: Run,
  { id }: MailingRow,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (failed.has(id)) return undefined;
  const done = await problems.collect(work);
  if (!done.ok) failed.add(id);
  return done.ok ? done.value : undefined;
}

/** Everything of a mailing that comes before its next batch; whether there may be one. */
async function prepare(run: Run, mailing: MailingRow): Promise<boolean> {
  const { sending, formed } = run;
  const { store } = sending;
  // First: a person who stops a mailing is obeyed, whatever is the matter with its batches.
  const mayGoOn = await store.mayGoOn(mailing);
  await applyAnswered(run, mailing.id);
  await giveUpTooOld(run, mailing);
  if (!mayGoOn || isPaused(mailing)) return false;
  if (!formed.has(mailing.id)) {
    const form = () => formBatches(store, mailing.id);
    await form();
    await store.placeStranded(mailing.id, form);
    formed.add(mailing.id);
  }
  return true;
}

const isPaused = ({ pausedUntil }: MailingRow) =>
  pausedUntil !== null && pausedUntil > new Date().toISOString();

/** Sends batches of these mailings until none is due or the time is up; how many. */
async function sendRound(run: Run, mailings: MailingRow[], until: number): Promise<number> {
  const { sending, formed } = run;
  const turns = { mailings, next: 0, done: new Set<string>() };
  let sent = 0;
  const work = async () => {
    while (Date.now() < until) {
      const turn = await nextBatch(run, turns);
      if (!turn) return;
      sent += 1;
      if (run.failed.has(turn.mailing.id)) {
        // It threw while this was claimed: the next call need not wait for the lease to run out.
        await sending.store.releaseBatch(turn.claimed.lease);
        continue;
      }
      await guard(run, turn.mailing, async () => {
        const effect = await sendBatch(sending, turn.mailing, turn.claimed);
        killPoint('between-batches');
        if (effect.isSplit) formed.delete(turn.mailing.id);
        if (effect.pause) {
          turns.done.add(turn.mailing.id);
          await sending.store.pauseMailing(turn.mailing.id, effect.pause);
        }
      });
    }
  };
  // Close to a day's cap, several at once would stand in each other's way.
  const length = (await sending.store.dailyCap()) === null ? workers : 1;
  await Promise.all(Array.from({ length }, work));
  return sent;
}

interface Turns {
  mailings: MailingRow[];
  next: number;
  /** Those that have nothing due in this round. */
  done: Set<string>;
}

/**
 * The next batch: by turns of the mailing with the fewest left, so that an alert to few never waits for one to many,
 * and of the oldest, so that every mailing gets on.
 */
async function nextBatch(
  run: Run,
  turns: Turns,
): Promise<{ mailing: MailingRow; claimed: Claimed<'batches'> } | undefined> {
  const { store } = run.sending;
  const fewestFirst = turns.mailings.toSorted((a, b) => a.waiting - b.waiting);
  for (const mailing of turns.next++ % 2 === 0 ? fewestFirst : turns.mailings) {
    if (turns.done.has(mailing.id)) continue;
    const claimed = await guard(run, mailing, async () =>
      (await isOffTheSite(store, mailing))
        ? undefined
        : store.claimBatch({ mailing: mailing.id, state: 'open', epoch: run.epoch }),
    );
    if (claimed) return { mailing, claimed };
    turns.done.add(mailing.id);
  }
  return undefined;
}

/** Asked before every batch: what was taken off, or deleted, is mailed to nobody more. */
async function isOffTheSite(store: SendingStore, mailing: MailingRow): Promise<boolean> {
  if (await store.isOnSite(mailing)) return false;
  await store.pauseMailing(mailing.id, { reason: reasons.unpublishedMidway, seconds: 30 });
  return true;
}

async function applyAnswered({ sending: { store }, epoch }: Run, mailing: string): Promise<void> {
  for (;;) {
    const claimed = await store.claimBatch({ mailing, state: 'answered', epoch });
    if (!claimed) return;
    await applyOutcomes(store, claimed);
    await store.releaseBatch(claimed.lease);
  }
}

/** Batches whose key is too old to repeat become uncertain, also while the mailing waits for something else. */
async function giveUpTooOld({ sending, epoch }: Run, mailing: MailingRow): Promise<void> {
  const openedBefore = new Date(Date.now() - keyLifetime);
  for (;;) {
    const wanted = { mailing: mailing.id, state: 'open', epoch, openedBefore } as const;
    const claimed = await sending.store.claimBatch(wanted);
    if (!claimed) return;
    await sendBatch(sending, mailing, claimed);
  }
}
