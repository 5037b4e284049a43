import type { Payload } from 'payload';
import { deliveriesTo } from '../store/deliveries.ts';
import type { SubscriberRow } from '../store/rows.ts';

/** Everything kept about one subscriber, as a file (GDPR articles 15 and 20). No tokens in it. */
export async function exportSubscriber(
  payload: Payload,
  subscriber: SubscriberRow,
): Promise<Response> {
  const deliveries = await deliveriesTo(payload, subscriber.id);
  const data = {
    email: subscriber.email,
    state: subscriber.state,
    frequency: subscriber.frequency,
    series: subscriber.series,
    consent: {
      text: subscriber.consentText,
      version: subscriber.consentVersion,
      page: subscriber.consentPage,
      method: subscriber.consentMethod,
      requestedAt: subscriber.requestedAt,
      confirmedAt: subscriber.confirmedAt,
    },
    unsubscribedAt: subscriber.unsubscribedAt,
    asked: subscriber.asked,
    deliveries: deliveries.map(({ mailing, state, reason, acceptedAt, afterwards, events }) => ({
      mailing,
      state,
      reason,
      acceptedAt,
      afterwards,
      events,
    })),
  };
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="mine-opplysninger.json"',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
}
