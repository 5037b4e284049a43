import type { Payload } from 'payload';
import { absoluteUrl, newsletterEndpoint } from '../../../content/model/urls.ts';
import { interpretResponse } from '../sending/interpret-response.ts';
import { killPoint } from '../kill-point.ts';
import { renderConfirmation } from '../letters/confirmation.ts';
import { pace } from '../sending/pace.ts';
import { readSender } from '../letters/read-sender.ts';
import { postMail, type ProviderAnswer } from '../provider/resend-client.ts';
import type { SubscriberRow } from '../store/rows.ts';
import { readEpoch } from '../../shared/epoch.ts';
import { runExclusive } from '../../shared/run-exclusive.ts';
import { dueConfirmations } from '../store/confirmations.ts';
import { updateSubscriber } from '../store/subscribers.ts';
import { fullNetworks, readConfirmationRoom } from './confirmation-room.ts';
import { backoff, keyLifetime } from '../sending/send-batch.ts';
import { readEnvironment } from '../../environment.ts';
import { confirmLifetime } from './remove-stale-pending.ts';
import { confirmToken } from './tokens.ts';

/** Runs that are called for and have not begun: they will see what was asked for until then. */
const called = new WeakMap<Payload, Promise<void>>();

/**
 * Sends the confirmation mails that are asked for, due and within the limits, one run at a time in a process; resolves
 * when there is none, or after some seconds: whoever calls again goes on.
 */
export function sendConfirmations(payload: Payload): Promise<void> {
  const known = called.get(payload);
  if (known) return known;
  const run = runExclusive('confirmations', () => {
    called.delete(payload);
    return sendDue(payload);
  });
  called.set(payload, run);
  return run;
}

/** A run ends after so long, in ms: a long queue must not hold up what else the newsletter has to do. */
const longestRun = 2_000;

async function sendDue(payload: Payload): Promise<void> {
  const until = Date.now() + longestRun;
  while (Date.now() < until) {
    await readEpoch(payload); // throws while a restore is under way
    const room = await readConfirmationRoom(payload);
    const due = await dueConfirmations(payload, {
      isFull: room.free <= 0,
      fullNetworks: fullNetworks(room),
    });
    if (due.length === 0) return;
    for (const subscriber of due) {
      if (Date.now() >= until) return;
      await sendConfirmation(payload, subscriber);
    }
  }
}

/** One attempt. The key and the bytes follow from the row, so a repetition is known as one. */
async function sendConfirmation(payload: Payload, subscriber: SubscriberRow): Promise<void> {
  if (subscriber.email === null || subscriber.confirmNonce === null) {
    throw new Error(`subscriber ${subscriber.id} asks for a confirmation mail without an address`);
  }
  const attempts = subscriber.confirmationAttempts + 1;
  // Moving the due time is the claim: of several processes one sees it unchanged.
  const nextAt = inSeconds(Math.max(40, backoff(attempts)));
  const sentAt = subscriber.confirmationSentAt ?? new Date().toISOString();
  const isMine = await change(payload, subscriber, subscriber.confirmationNextAt, {
    confirmationAttempts: attempts,
    confirmationNextAt: nextAt,
    confirmationSentAt: sentAt,
    // From now on she can confirm: waiting for a turn takes nothing of her time.
    ...(subscriber.confirmationSentAt === null
      ? { confirmExpiresAt: inSeconds(confirmLifetime / 1000) }
      : {}),
  });
  if (!isMine) return;
  if (subscriber.confirmationSentAt === null && (await isOverLimit(payload, subscriber))) {
    await change(payload, subscriber, nextAt, notTaken(1 + Math.random(), attempts));
    return;
  }
  killPoint('before-confirmation');
  const answer = await post(payload, subscriber, subscriber.email, subscriber.confirmNonce);
  killPoint('after-confirmation');
  await change(payload, subscriber, nextAt, changeAfter(answer, { sentAt, attempts }));
}

/** Written down first, counted then: of two processes at the last place both see that it is taken. */
async function isOverLimit(payload: Payload, { confirmNetwork }: SubscriberRow): Promise<boolean> {
  const { free, freeOfNetworks } = await readConfirmationRoom(payload);
  return free < 0 || (freeOfNetworks.get(confirmNetwork ?? '') ?? 0) < 0;
}

async function post(payload: Payload, subscriber: SubscriberRow, to: string, nonce: string) {
  const { cmsUrl, mailFrom } = readEnvironment();
  const url = absoluteUrl(
    cmsUrl,
    newsletterEndpoint('confirm', confirmToken(subscriber.id, nonce)),
  );
  const letter = renderConfirmation(await readSender(payload), url);
  await pace.turn();
  let headers: ProviderAnswer['headers'] = {};
  try {
    const answer = await postMail(
      {
        from: mailFrom,
        to,
        ...letter,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        tags: [{ name: 'subscriber', value: subscriber.id }],
      },
      `kf/confirm/${subscriber.id}/${nonce.slice(0, 16)}`,
    );
    headers = answer.headers;
    return answer;
  } finally {
    pace.done(headers);
  }
}

type Change = Partial<
  Pick<
    SubscriberRow,
    | 'confirmation'
    | 'confirmationAttempts'
    | 'confirmationNextAt'
    | 'confirmationSentAt'
    | 'confirmExpiresAt'
  >
>;

function changeAfter(
  answer: ProviderAnswer,
  { sentAt, attempts }: { sentAt: string; attempts: number },
): Change {
  const isOld = Date.now() - Date.parse(sentAt) > keyLifetime;
  // A single mail answers `{ id }`, a batch of one `{ data: [{ id }] }`: read both the same way.
  const meaning = interpretResponse(
    { ...answer, data: { data: [answer.data] } },
    { size: 1, isRepetition: attempts > 1 },
  );
  const ended = (confirmation: SubscriberRow['confirmation']): Change => ({
    confirmation,
    confirmationNextAt: null,
  });
  switch (meaning.kind) {
    case 'outcomes':
      return ended(meaning.outcomes[0]?.state === 'accepted' ? 'accepted' : 'failed');
    case 'conflict':
    case 'isolate':
      return ended('failed');
    case 'rate':
      pace.block(meaning.waitSeconds);
      return notTaken(meaning.waitSeconds, attempts);
    case 'pause':
      return notTaken(meaning.waitSeconds, attempts);
    case 'unknown':
      return isOld ? ended('failed') : { confirmationNextAt: inSeconds(backoff(attempts - 1)) };
  }
}

/** This attempt was not accepted, surely: it does not make the next one a repetition, and has taken nobody's place. */
const notTaken = (waitSeconds: number, attempts: number): Change => ({
  confirmationAttempts: attempts - 1,
  confirmationNextAt: inSeconds(waitSeconds),
  ...(attempts === 1 ? { confirmationSentAt: null } : {}),
});

/** Writes only if nobody else has moved the due time since; whether it did. */
async function change(
  payload: Payload,
  { id, confirmNonce }: SubscriberRow,
  expected: string | null,
  data: Change,
): Promise<boolean> {
  const match = { id, confirmNonce, confirmationNextAt: expected };
  return (await updateSubscriber(payload, match, data)) !== undefined;
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
