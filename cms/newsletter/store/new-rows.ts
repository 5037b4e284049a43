import { frequencyIds } from '../../../content/model/frequencies.ts';
import type { BatchRow, DeliveryRow, MailingRow, SubscriberRow } from './rows.ts';

/** Of a row that nobody holds: its lease ended in 1970, so one comparison tells that the row is free. */
export const neverLeased = { leaseToken: '', leaseUntil: '1970-01-01T00:00:00.000Z' } as const;

/**
 * Rows as they begin. Every column is written, because a document database finds only what was written, and "not
 * yet" has to be null everywhere.
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
  confirmationSentAt: null,
  confirmNetwork: null,
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
