import { z } from 'zod';
import { frequencyIds } from '../../../content/model/frequencies.ts';
import { sender } from '../letters/layout.ts';
import { articleInMail } from '../letters/letter-parts.ts';
import { afterwards, batchStates, deliveryStates, mailingStatuses } from './states.ts';

/**
 * The rows of the four collections, as the store hands them out: parsed, times in ISO 8601 UTC, ids opaque, and null
 * for what is not known yet, whatever the database makes of it.
 */

const time = z.union([z.string(), z.date().transform((at) => at.toISOString())]);
const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);
const textOrNull = orNull(z.string());
const timeOrNull = orNull(time);
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);

/** Choices and consent of one sign-up. */
const asked = {
  /** As typed; null once erased. */
  email: textOrNull,
  frequency: z.enum(frequencyIds),
  /** Slugs; empty means every article. */
  series: list(z.string()),
  consentText: textOrNull,
  consentVersion: textOrNull,
  consentPage: textOrNull,
  consentMethod: textOrNull,
  requestedAt: timeOrNull,
};
export type Asked = z.infer<z.ZodObject<typeof asked>>;

export const subscriberRow = z.object({
  ...asked,
  id: z.string(),
  createdAt: time,
  /** Lower case, unique; `erased:<keyed hash>` for a suppressed address whose owner was erased. */
  address: z.string(),
  state: z.enum(['pending', 'active', 'unsubscribed', 'suppressed']),
  suppressedReason: textOrNull,
  /** What is known of the one mail that asks for confirmation. */
  confirmation: z.enum(['none', 'requested', 'accepted', 'failed']),
  confirmNonce: textOrNull,
  confirmTokenHash: textOrNull,
  confirmExpiresAt: timeOrNull,
  /** Times of the confirmation mails asked for within the last 30 days. */
  confirmationTimes: list(z.string()),
  confirmationAttempts: z.number(),
  confirmationNextAt: timeOrNull,
  /** When the mail of the present request first left, or may have; null while it waits for its turn. */
  confirmationSentAt: timeOrNull,
  /** Keyed hash of the network that asked, for the hourly limit; gone an hour after the mail. */
  confirmNetwork: textOrNull,
  /** What somebody who had left asks for; takes effect when it is confirmed, so that a stranger's sign-up changes nothing. */
  asked: orNull(z.object(asked)),
  confirmedAt: timeOrNull,
  unsubscribedAt: timeOrNull,
  unsubscribedBy: textOrNull,
});
export type SubscriberRow = z.infer<typeof subscriberRow>;

/** What a digest may tell: its articles, each with the id of the alert mailing it had, oldest first. */
const digestContents = z.object({
  /** Absent in a weekly digest from before there were others. */
  frequency: z.enum(frequencyIds).exactOptional(),
  sender,
  entries: z.array(z.object({ alert: z.string(), article: articleInMail })),
});
export type DigestContents = z.infer<typeof digestContents>;

export const mailingRow = z.object({
  id: z.string(),
  createdAt: time,
  /** `alert:<articleId>`, `correction:<articleId>:<id>` or `digest:<frequency>:<date>` (weekly: `digest:<date>`): what makes a second mailing for the same thing impossible. */
  key: z.string(),
  kind: z.enum(['alert', 'correction', 'digest']),
  /** Null for a digest. */
  article: textOrNull,
  status: z.enum(mailingStatuses),
  heldReason: textOrNull,
  /** What a person decided about an intent that became too old, or a mailing that was interrupted. */
  decision: orNull(z.enum(['send', 'cancel'])),
  requestedAt: time,
  audienceAt: timeOrNull,
  frozenAt: timeOrNull,
  /** When somebody last worked on it; written since it was frozen. */
  aliveAt: timeOrNull,
  finishedAt: timeOrNull,
  pausedUntil: timeOrNull,
  pauseReason: textOrNull,
  subject: textOrNull,
  html: textOrNull,
  text: textOrNull,
  contentHash: textOrNull,
  /** Only of a digest. */
  contents: orNull(digestContents),
  seriesSlug: textOrNull,
  candidates: z.number(),
  waiting: z.number(),
  accepted: z.number(),
  excluded: z.number(),
  failed: z.number(),
  uncertain: z.number(),
  leaseToken: z.string(),
  leaseUntil: time,
});
export type MailingRow = z.infer<typeof mailingRow>;

export const deliveryRow = z.object({
  id: z.string(),
  updatedAt: time,
  /** `<mailingId>:<subscriberId>`. */
  key: z.string(),
  /** `<mailingId>:<position>`. */
  slot: z.string(),
  mailing: z.string(),
  subscriber: textOrNull,
  position: z.number(),
  state: z.enum(deliveryStates),
  reason: textOrNull,
  /** On an excluded delivery: a `waitingMark` until a digest has taken the article in, then that mailing's id. */
  digest: textOrNull,
  /** On a delivery of a digest: which of its articles this subscriber gets, as ids of alert mailings. */
  contents: orNull(z.array(z.string())),
  resendId: textOrNull,
  acceptedAt: timeOrNull,
  afterwards: z.enum(afterwards),
  events: list(z.object({ id: z.string(), type: z.string(), at: z.string() })),
});
export type DeliveryRow = z.infer<typeof deliveryRow>;

/** What happened to one item of a batch. */
const itemOutcome = z.union([
  z.object({ state: z.literal('accepted'), resendId: z.string() }),
  z.object({ state: z.enum(['failed', 'uncertain']), reason: z.string() }),
]);
export type ItemOutcome = z.infer<typeof itemOutcome>;

export const batchRow = z.object({
  id: z.string(),
  /** `<mailingId>:<n>`; a half of a split batch adds `a` or `b`. */
  key: z.string(),
  mailing: z.string(),
  firstPosition: z.number(),
  lastPosition: z.number(),
  state: z.enum(batchStates),
  /** The exact items, gzip + base64; gone once the outcome is known (it holds addresses). */
  request: textOrNull,
  requestHash: textOrNull,
  /** Positions of the items, in the order of the request. */
  positions: list(z.number()),
  idempotencyKey: textOrNull,
  /** How many times the request was formed anew after answers that say: nothing was accepted. */
  generation: z.number(),
  attempts: z.number(),
  /** Attempts whose outcome is not known. While it is above 0 neither bytes nor key may change. */
  openAttempts: z.number(),
  firstAttemptAt: timeOrNull,
  nextAttemptAt: time,
  lastProblem: textOrNull,
  /** The outcome of each item, in the order of the request. */
  answer: orNull(z.array(itemOutcome)),
  leaseToken: z.string(),
  leaseUntil: time,
});
export type BatchRow = z.infer<typeof batchRow>;
