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
import { dueConfirmations, updateSubscriber } from '../store/subscribers.ts';
import { backoff, keyLifetime } from '../sending/send-batch.ts';
import { readEnvironment } from '../../environment.ts';
import { confirmToken } from './tokens.ts';

/** Sends the confirmation mails that are asked for and due, and returns when none is. */
export async function sendConfirmations(payload: Payload): Promise<void> {
  for (;;) {
    await readEpoch(payload); // throws while a restore is under way
    const due = await dueConfirmations(payload);
    if (due.length === 0) return;
    for (const subscriber of due) await sendConfirmation(payload, subscriber);
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
  const isMine = await change(payload, subscriber, subscriber.confirmationNextAt, {
    confirmationAttempts: attempts,
    confirmationNextAt: nextAt,
  });
  if (!isMine) return;
  killPoint('before-confirmation');
  const answer = await post(payload, subscriber, subscriber.email, subscriber.confirmNonce);
  killPoint('after-confirmation');
  await change(payload, subscriber, nextAt, changeAfter(answer, subscriber, attempts));
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
  Pick<SubscriberRow, 'confirmation' | 'confirmationAttempts' | 'confirmationNextAt'>
>;

function changeAfter(answer: ProviderAnswer, subscriber: SubscriberRow, attempts: number): Change {
  const isOld = Date.now() - Date.parse(subscriber.confirmationTimes.at(-1) ?? '') > keyLifetime;
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

/** The answer proves that this attempt was not accepted: it does not make the next one a repetition. */
const notTaken = (waitSeconds: number, attempts: number): Change => ({
  confirmationAttempts: attempts - 1,
  confirmationNextAt: inSeconds(waitSeconds),
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
