import type { Payload } from 'payload';
import { noteDeparture } from '../../departures/note-departure.ts';
import { killPoint } from '../kill-point.ts';
import { refreshMailing } from '../mailings/refresh-mailing.ts';
import { findDelivery, updateDelivery } from '../store/deliveries.ts';
import type { DeliveryRow } from '../store/rows.ts';
import { afterwards, eventMeanings, type Afterwards } from '../store/states.ts';
import { findSubscriber, updateSubscriber } from '../store/subscribers.ts';
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
  const delivery = await deliveryOf(payload, event);
  // First the suppression: it may be repeated, and a crash after it only means the event comes again.
  const subscriberId = delivery?.subscriber ?? event.subscriberId;
  if (subscriberId !== '') await suppressWhenGrave(payload, subscriberId, event);
  killPoint('webhook');
  if (delivery) await noteOn(payload, delivery, event, meaning);
}

/** By the tag we sent, or by the provider's id; never by the address. */
async function deliveryOf(
  payload: Payload,
  { deliveryId: id, resendId }: ProviderEvent,
): Promise<DeliveryRow | undefined> {
  const tagged = id === '' ? undefined : await findDelivery(payload, { id });
  if (tagged !== undefined && (tagged.resendId ?? resendId) === resendId) return tagged;
  return resendId === '' ? undefined : findDelivery(payload, { resendId });
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
  const mailable = { id: subscriberId, state: ['pending', 'active', 'unsubscribed'] } as const;
  const subscriber = await findSubscriber(payload, mailable);
  if (subscriber === undefined) return;
  const { address } = subscriber;
  await noteDeparture(payload, { address, kind: 'suppressed', how: reason });
  await updateSubscriber(payload, mailable, {
    state: 'suppressed',
    suppressedReason: reason,
    confirmNonce: null,
    confirmation: 'none',
    confirmationNextAt: null,
  });
}

async function noteOn(
  payload: Payload,
  delivery: DeliveryRow,
  event: ProviderEvent,
  meaning: Afterwards,
): Promise<void> {
  let seen: DeliveryRow | undefined = delivery;
  while (seen && !seen.events.some(({ id }) => id === event.id)) {
    // A word about a mail proves that it was accepted, whatever we could tell ourselves: also that it was refused.
    const isProof = seen.state !== 'accepted' && seen.state !== 'excluded';
    const { id, state, afterwards: known, updatedAt } = seen;
    const written = await updateDelivery(
      payload,
      { id, state, afterwards: known, updatedAt },
      {
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
    );
    if (written) {
      killPoint('webhook-counted');
      if (isProof) await refreshMailing(payload, seen.mailing);
      return;
    }
    // Somebody else wrote in between: look again.
    seen = await findDelivery(payload, { id });
  }
  // Told before: whoever heard it may have died before the mailing was counted anew.
  if (seen) await refreshMailing(payload, seen.mailing);
}

const graver = (a: Afterwards, b: Afterwards): Afterwards =>
  afterwards.indexOf(a) >= afterwards.indexOf(b) ? a : b;
