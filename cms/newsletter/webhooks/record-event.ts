import type { Payload } from 'payload';
import { killPoint } from '../kill-point.ts';
import { refreshMailing } from '../mailings/refresh-mailing.ts';
import { afterwards, eventMeanings, type Afterwards, type DeliveryRow } from '../store/rows.ts';
import { reasons } from '../text.ts';

export interface ProviderEvent {
  /** The message's own id: the same when it is sent again. */
  id: string;
  type: string;
  at: string;
  resendId: string;
  deliveryId: string;
  subscriberId: string;
  isPermanentBounce: boolean;
}

/**
 * Keeps what the provider says about one mail. Events come more than once and in any order: an id
 * counts once, and a graver outcome is never replaced by a lighter one.
 */
export async function recordEvent(payload: Payload, event: ProviderEvent): Promise<void> {
  const meaning = eventMeanings[event.type];
  if (meaning === undefined) return;
  const delivery = await findDelivery(payload, event);
  // First the suppression: it may be repeated, and a crash after it only means the event comes again.
  const subscriberId = delivery?.subscriber ?? event.subscriberId;
  if (subscriberId !== '') await suppressWhenGrave(payload, subscriberId, event);
  killPoint('webhook');
  if (delivery) await updateDelivery(payload, delivery, event, meaning);
}

/** By the tag we sent, or by the provider's id; never by the address. */
async function findDelivery(payload: Payload, event: ProviderEvent): Promise<DeliveryRow | null> {
  const find = (field: 'id' | 'resendId', value: string) =>
    value === ''
      ? null
      : payload.db.findOne<DeliveryRow>({
          collection: 'deliveries',
          where: { [field]: { equals: value } },
        });
  const tagged = await find('id', event.deliveryId);
  const isOurs = tagged !== null && (tagged.resendId ?? event.resendId) === event.resendId;
  return isOurs ? tagged : find('resendId', event.resendId);
}

async function suppressWhenGrave(
  payload: Payload,
  subscriberId: string,
  { type, isPermanentBounce }: ProviderEvent,
): Promise<void> {
  const reason = isPermanentBounce
    ? reasons.bounced
    : { 'email.complained': reasons.complained, 'email.suppressed': reasons.providerSuppressed }[
        type
      ];
  if (reason === undefined) return;
  await payload.db.updateOne({
    collection: 'subscribers',
    where: {
      and: [{ id: { equals: subscriberId } }, { state: { not_equals: 'suppressed' } }],
    },
    data: {
      state: 'suppressed',
      suppressedReason: reason,
      confirmNonce: null,
      confirmation: 'none',
      confirmationNextAt: null,
    },
    options: { atomic: true },
  });
}

async function updateDelivery(
  payload: Payload,
  delivery: DeliveryRow,
  event: ProviderEvent,
  meaning: Afterwards,
): Promise<void> {
  let seen: DeliveryRow | null = delivery;
  while (seen && !seen.events.some(({ id }) => id === event.id)) {
    // A word about a mail proves that it was accepted, whatever we could tell ourselves.
    const isProof = seen.state === 'waiting' || seen.state === 'uncertain';
    const written: unknown = await payload.db.updateOne({
      collection: 'deliveries',
      where: {
        and: [
          { id: { equals: seen.id } },
          { state: { equals: seen.state } },
          { afterwards: { equals: seen.afterwards } },
          { updatedAt: { equals: seen.updatedAt } },
        ],
      },
      data: {
        afterwards: graver(seen.afterwards, meaning),
        events: [...seen.events, { id: event.id, type: event.type, at: event.at }].slice(-50),
        ...(isProof
          ? {
              state: 'accepted',
              reason: null,
              resendId: event.resendId,
              acceptedAt: new Date().toISOString(),
            }
          : {}),
      },
      options: { atomic: true },
    });
    if (written !== null) {
      killPoint('webhook-counted');
      if (isProof) await refreshMailing(payload, seen.mailing);
      return;
    }
    // Somebody else wrote in between: look again.
    seen = await payload.db.findOne<DeliveryRow>({
      collection: 'deliveries',
      where: { id: { equals: seen.id } },
    });
  }
  // Told before: whoever heard it may have died before the mailing was counted anew.
  if (seen) await refreshMailing(payload, seen.mailing);
}

const graver = (a: Afterwards, b: Afterwards): Afterwards =>
  afterwards.indexOf(a) >= afterwards.indexOf(b) ? a : b;
