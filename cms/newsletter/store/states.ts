export const mailingStatuses = [
  'held',
  'needs-person',
  'cancelled',
  'freezing',
  'sending',
  'paused',
  'finished',
] as const;
export type MailingStatus = (typeof mailingStatuses)[number];

/** Somebody should look at it. */
export const stuckStatuses: readonly MailingStatus[] = ['held', 'needs-person', 'paused'];
export const isUnderway = (status: MailingStatus) =>
  status !== 'finished' && status !== 'cancelled';

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

export const batchStates = ['open', 'answered', 'settled', 'split'] as const;
