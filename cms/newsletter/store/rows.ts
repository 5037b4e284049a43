import { frequencyIds, type FrequencyId } from '../../../content/model/frequencies.ts';
import type { Sender } from '../letters/layout.ts';
import type { ArticleInMail } from '../letters/letter-parts.ts';

/** The rows of the four collections, as the database returns them. Times are ISO 8601 UTC, ids opaque. */

/** Of a row that nobody holds: its lease ended in 1970, so one comparison tells that the row is free. */
export const neverLeased = { leaseToken: '', leaseUntil: '1970-01-01T00:00:00.000Z' } as const;

type SubscriberState = 'pending' | 'active' | 'unsubscribed' | 'suppressed';

/** What is known of the one mail that asks for confirmation. */
export type ConfirmationState = 'none' | 'requested' | 'accepted' | 'failed';

/** Choices and consent of one sign-up. */
export type Asked = Pick<
  SubscriberRow,
  | 'email'
  | 'frequency'
  | 'series'
  | 'consentText'
  | 'consentVersion'
  | 'consentPage'
  | 'consentMethod'
  | 'requestedAt'
>;

export interface SubscriberRow {
  id: string;
  createdAt: string;
  /** As typed; null once erased. */
  email: string | null;
  /** Lower case, unique; `erased:<keyed hash>` for a suppressed address whose owner was erased. */
  address: string;
  state: SubscriberState;
  suppressedReason: string | null;
  frequency: FrequencyId;
  /** Slugs; empty means every article. */
  series: string[];
  confirmation: ConfirmationState;
  confirmNonce: string | null;
  confirmTokenHash: string | null;
  confirmExpiresAt: string | null;
  /** Times of the confirmation mails asked for within the last 30 days. */
  confirmationTimes: string[];
  confirmationAttempts: number;
  confirmationNextAt: string | null;
  /** What somebody who had left asks for; takes effect when it is confirmed, so that a stranger's sign-up changes nothing. */
  asked: Asked | null;
  consentText: string | null;
  consentVersion: string | null;
  consentPage: string | null;
  consentMethod: string | null;
  requestedAt: string | null;
  confirmedAt: string | null;
  unsubscribedAt: string | null;
  unsubscribedBy: string | null;
}

export type MailingStatus =
  'held' | 'needs-person' | 'cancelled' | 'freezing' | 'sending' | 'paused' | 'finished';

/** What a digest may tell: its articles, each with the id of the alert mailing it had, oldest first. */
export interface DigestContents {
  /** Absent in a weekly digest from before there were others. */
  frequency?: FrequencyId;
  sender: Sender;
  entries: { alert: string; article: ArticleInMail }[];
}

export interface MailingRow {
  id: string;
  createdAt: string;
  /** `alert:<articleId>`, `correction:<articleId>:<id>` or `digest:<frequency>:<date>` (weekly: `digest:<date>`): what makes a second mailing for the same thing impossible. */
  key: string;
  kind: 'alert' | 'correction' | 'digest';
  /** Null for a digest. */
  article: string | null;
  status: MailingStatus;
  heldReason: string | null;
  /** What a person decided about an intent that became too old, or a mailing that was interrupted. */
  decision: 'send' | 'cancel' | null;
  requestedAt: string;
  audienceAt: string | null;
  frozenAt: string | null;
  /** When somebody last worked on it; written since it was frozen. */
  aliveAt: string | null;
  finishedAt: string | null;
  pausedUntil: string | null;
  pauseReason: string | null;
  subject: string | null;
  html: string | null;
  text: string | null;
  contentHash: string | null;
  /** Only of a digest. */
  contents: DigestContents | null;
  seriesSlug: string | null;
  candidates: number;
  waiting: number;
  accepted: number;
  excluded: number;
  failed: number;
  uncertain: number;
  leaseToken: string;
  leaseUntil: string;
}

export const deliveryStates = ['waiting', 'excluded', 'accepted', 'failed', 'uncertain'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What the provider reported after accepting; never part of the balance of a mailing. */
export const afterwards = [
  'none',
  'delayed',
  'delivered',
  'failed',
  'suppressed',
  'bounced',
  'complained',
] as const;
export type Afterwards = (typeof afterwards)[number];

/** The provider's words for them; what else it tells is not kept. */
export const eventMeanings: Record<string, Afterwards> = {
  'email.sent': 'none',
  'email.delivery_delayed': 'delayed',
  'email.delivered': 'delivered',
  'email.failed': 'failed',
  'email.suppressed': 'suppressed',
  'email.bounced': 'bounced',
  'email.complained': 'complained',
};

export interface DeliveryRow {
  id: string;
  updatedAt: string;
  /** `<mailingId>:<subscriberId>`. */
  key: string;
  /** `<mailingId>:<position>`. */
  slot: string;
  mailing: string;
  subscriber: string | null;
  position: number;
  state: DeliveryState;
  reason: string | null;
  /** On an excluded delivery: a `waitingMark` until a digest has taken the article in, then that mailing's id. */
  digest: string | null;
  /** On a delivery of a digest: which of its articles this subscriber gets, as ids of alert mailings. */
  contents: string[] | null;
  resendId: string | null;
  acceptedAt: string | null;
  afterwards: Afterwards;
  events: { id: string; type: string; at: string }[];
}

export const batchStates = ['open', 'answered', 'settled', 'split'] as const;
type BatchState = (typeof batchStates)[number];

export interface BatchRow {
  id: string;
  /** `<mailingId>:<n>`; a half of a split batch adds `a` or `b`. */
  key: string;
  mailing: string;
  firstPosition: number;
  lastPosition: number;
  state: BatchState;
  /** The exact items, gzip + base64; gone once the outcome is known (it holds addresses). */
  request: string | null;
  requestHash: string | null;
  /** Positions of the items, in the order of the request. */
  positions: number[];
  idempotencyKey: string | null;
  /** How many times the request was formed anew after answers that say: nothing was accepted. */
  generation: number;
  attempts: number;
  /** Attempts whose outcome is not known. While it is above 0 neither bytes nor key may change. */
  openAttempts: number;
  firstAttemptAt: string | null;
  nextAttemptAt: string;
  lastProblem: string | null;
  answer: BatchAnswer | null;
  leaseToken: string;
  leaseUntil: string;
}

/** What happened to each item of a batch, in the order of the request. */
type BatchAnswer = ItemOutcome[];
export type ItemOutcome =
  { state: 'accepted'; resendId: string } | { state: 'failed' | 'uncertain'; reason: string };

/**
 * Rows as they begin. Every column is written, because a document database hands back only what was
 * written, and "not yet" has to be null everywhere.
 */
export const newSubscriber = {
  email: null,
  state: 'pending',
  suppressedReason: null,
  frequency: frequencyIds[0],
  series: [],
  confirmation: 'none',
  confirmNonce: null,
  confirmTokenHash: null,
  confirmExpiresAt: null,
  confirmationTimes: [],
  confirmationAttempts: 0,
  confirmationNextAt: null,
  asked: null,
  consentText: null,
  consentVersion: null,
  consentPage: null,
  consentMethod: null,
  requestedAt: null,
  confirmedAt: null,
  unsubscribedAt: null,
  unsubscribedBy: null,
} satisfies Partial<SubscriberRow>;

export const newMailing = {
  status: 'held',
  heldReason: null,
  decision: null,
  audienceAt: null,
  frozenAt: null,
  aliveAt: null,
  finishedAt: null,
  pausedUntil: null,
  pauseReason: null,
  subject: null,
  html: null,
  text: null,
  contentHash: null,
  contents: null,
  seriesSlug: null,
  candidates: 0,
  waiting: 0,
  accepted: 0,
  excluded: 0,
  failed: 0,
  uncertain: 0,
  ...neverLeased,
} satisfies Partial<MailingRow>;

export const newDelivery = {
  resendId: null,
  acceptedAt: null,
  afterwards: 'none',
  events: [],
} satisfies Partial<DeliveryRow>;

export const newBatch = {
  state: 'open',
  request: null,
  requestHash: null,
  positions: [],
  idempotencyKey: null,
  generation: 1,
  attempts: 0,
  openAttempts: 0,
  firstAttemptAt: null,
  nextAttemptAt: neverLeased.leaseUntil,
  lastProblem: null,
  answer: null,
  ...neverLeased,
} satisfies Partial<BatchRow>;
