import { LeaseLost, type Claimed } from '../store/claim.ts';
import { everyItem, interpretResponse, type Meaning } from './interpret-response.ts';
import { confirmationShare, countToday } from './daily-cap.ts';
import { killPoint } from '../kill-point.ts';
import { pace } from './pace.ts';
import { prepareRequest, type PreparedRequest } from './prepare-request.ts';
import type { ProviderAnswer } from '../provider/resend-client.ts';
import type { BatchRow, ItemOutcome, MailingRow } from '../store/rows.ts';
import { applyOutcomes } from './apply-outcomes.ts';
import { reasons } from '../text.ts';
import { batchLease, type Sending, type SendingStore } from './sending-store.ts';

/** The provider forgets a key after 24 h; requests are repeated until an hour before. */
export const keyLifetime = 23 * 3600 * 1000;

/** What the mailing must know after one batch. */
export interface BatchEffect {
  pause?: { reason: string; seconds: number };
  /** Two batches are to be formed of it. */
  isSplit?: boolean;
}

/** One attempt to send a claimed batch, from stored bytes to stored outcome. */
export async function sendBatch(
  sending: Sending,
  mailing: MailingRow,
  claimed: Claimed<'batches'>,
): Promise<BatchEffect> {
  try {
    return await attempt(sending, mailing, claimed);
  } catch (error) {
    if (error instanceof LeaseLost) return {};
    await postpone(sending.store, claimed, error);
    throw error;
  } finally {
    await sending.store.releaseBatch(claimed.lease);
  }
}

/** What cannot be sent now must not stand before the batches behind it. */
async function postpone(store: SendingStore, { lease }: Claimed<'batches'>, error: unknown) {
  const later = { nextAttemptAt: inSeconds(60), lastProblem: String(error).slice(0, 300) };
  // A database that fails here has failed before: that error is the one to tell.
  await store.updateBatch(lease, later).catch(() => undefined);
}

async function attempt(
  sending: Sending,
  mailing: MailingRow,
  claimed: Claimed<'batches'>,
): Promise<BatchEffect> {
  const { store } = sending;
  killPoint('after-claim');
  if (isTooLate(claimed.row)) {
    const outcomes = everyItem(claimed.row.positions.length, reasons.uncertainTooOld);
    await storeOutcomes(store, claimed, outcomes);
    return {};
  }
  const prepared = await prepareRequest(store, mailing, claimed);
  if (prepared.items.length === 0) {
    await storeOutcomes(store, claimed, []);
    return {};
  }
  await pace.turn();
  let answer: ProviderAnswer | undefined;
  try {
    const instead = await begin(store, prepared, claimed);
    if (instead) return instead;
    killPoint('before-post');
    answer = await sending.post(prepared.items, prepared.idempotencyKey);
  } finally {
    pace.done(answer?.headers ?? {});
  }
  killPoint('after-answer');
  return handleResponse(sending, { claimed, prepared, answer });
}

const isTooLate = ({ openAttempts, firstAttemptAt }: BatchRow) =>
  openAttempts > 0 &&
  firstAttemptAt !== null &&
  Date.now() - Date.parse(firstAttemptAt) > keyLifetime;

/**
 * Writes down that an attempt begins before anything leaves, so that a crash is read as "unknown". When the
 * day's cap does not allow it, that is taken back, and what has to be done instead is returned.
 */
async function begin(
  store: SendingStore,
  { batch }: PreparedRequest,
  { lease }: Claimed<'batches'>,
): Promise<BatchEffect | undefined> {
  const now = new Date();
  const write = (data: Partial<BatchRow>) => store.updateBatch(lease, data);
  const { positions } = await write({
    attempts: batch.attempts + 1,
    openAttempts: batch.openAttempts + 1,
    firstAttemptAt: batch.openAttempts === 0 ? now.toISOString() : batch.firstAttemptAt,
    leaseUntil: new Date(now.getTime() + batchLease).toISOString(),
  });
  const cap = batch.openAttempts > 0 ? null : await store.dailyCap();
  if (cap === null) return undefined;
  // Written down first, counted then: of two processes at the last place both see that it is taken.
  const today = await countToday(store, { but: batch.id, now });
  const left = cap - today.all - Math.min(confirmationShare(cap), today.confirmations);
  if (positions.length <= left) return undefined;
  const { attempts, openAttempts, firstAttemptAt } = batch;
  const before = { attempts, openAttempts, firstAttemptAt };
  if (left > 0) {
    await write({ ...before, state: 'split', request: null });
    return { isSplit: true };
  }
  const isForToday = left + today.open > 0;
  const seconds = isForToday ? 5 : capPause;
  await write({ ...before, request: null, nextAttemptAt: inSeconds(seconds) });
  return isForToday ? {} : { pause: { reason: reasons.dailyCap(cap), seconds } };
}

/** A cap may be raised, and days end: looked at again every minute. */
const capPause = 60;

interface Attempt {
  claimed: Claimed<'batches'>;
  prepared: PreparedRequest;
  answer: ProviderAnswer;
}

/** Writes down what a response means. `prepared.batch` is the row as it was before this attempt. */
async function handleResponse(
  { store, log }: Sending,
  { claimed, prepared, answer }: Attempt,
): Promise<BatchEffect> {
  const { lease } = claimed;
  const { batch, items } = prepared;
  const meaning: Meaning = interpretResponse(answer, {
    size: items.length,
    isRepetition: batch.openAttempts > 0,
  });
  // Without an attempt that may have been accepted the bytes are made anew, and names are not kept meanwhile.
  const nothingAccepted = {
    openAttempts: batch.openAttempts,
    ...(batch.openAttempts === 0 ? { request: null } : {}),
  };
  const write = (data: Partial<BatchRow>) => store.updateBatch(lease, data);
  switch (meaning.kind) {
    case 'outcomes':
      await storeOutcomes(store, claimed, meaning.outcomes);
      return {};
    case 'conflict':
      log.error({ area: 'newsletter', msg: 'idempotency key conflict', batch: batch.key });
      await storeOutcomes(store, claimed, everyItem(items.length, reasons.uncertainKeyConflict));
      return {};
    case 'unknown':
      await write({
        nextAttemptAt: inSeconds(backoff(batch.attempts)),
        lastProblem: meaning.problem,
      });
      return {};
    case 'rate':
      pace.block(meaning.waitSeconds);
      await write({
        ...nothingAccepted,
        nextAttemptAt: inSeconds(meaning.waitSeconds),
        lastProblem: '429',
      });
      return {};
    case 'pause':
      // A provider that remembers refusals would repeat this one for ever: ask under a new key.
      await write({
        ...nothingAccepted,
        generation: batch.openAttempts === 0 ? batch.generation + 1 : batch.generation,
        nextAttemptAt: inSeconds(meaning.waitSeconds),
        lastProblem: answer.name,
      });
      return { pause: { reason: meaning.reason, seconds: meaning.waitSeconds } };
    case 'isolate':
      // No earlier attempt is open: see interpretResponse.
      await write({ state: 'split', openAttempts: 0, request: null, lastProblem: answer.name });
      killPoint('split');
      return { isSplit: true };
  }
}

/** 1, 2, 4 … 60 seconds after the first, second, third … attempt without an answer. */
export const backoff = (attemptsBefore: number) => Math.min(60, 2 ** attemptsBefore);
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

/** First the answer in one write, then what follows from it: a crash between them loses nothing. */
async function storeOutcomes(
  store: SendingStore,
  { lease }: Claimed<'batches'>,
  outcomes: ItemOutcome[],
): Promise<void> {
  const batch = await store.updateBatch(lease, {
    state: 'answered',
    answer: outcomes,
    openAttempts: 0,
    request: null,
    lastProblem: null,
  });
  killPoint('after-answer-stored');
  await applyOutcomes(store, { lease, row: batch });
}
