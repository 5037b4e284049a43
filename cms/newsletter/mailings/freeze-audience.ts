import type { Payload } from 'payload';
import { insertRows } from '../store/bulk.ts';
import { updateClaimed, type Lease } from '../store/claim.ts';
import { writeLog } from '../../log/write-log.ts';
import { killPoint } from '../kill-point.ts';
import { refreshMailing } from './refresh-mailing.ts';
import type { DeliveryRow, MailingRow, SubscriberRow } from '../store/rows.ts';
import { countDeliveries, knownKeys, lastPosition } from '../store/deliveries.ts';
import { newDelivery } from '../store/new-rows.ts';
import { activeAt, nextSubscribers } from '../store/subscribers.ts';
import { text } from '../text.ts';

const pageSize = 200;
/** So many are put together side by side. */
export const audiencesAtOnce = 8;

/** What a subscriber's delivery says when it is made. Those with a reason are excluded from the start. */
export type Place = { subscriberId: string } & Pick<DeliveryRow, 'reason' | 'digest' | 'contents'>;

export interface Audience {
  mailing: MailingRow;
  lease: Lease<'mailings'>;
  /** Deliveries for these subscribers; those it leaves out get no row. */
  place: (subscribers: readonly SubscriberRow[]) => Promise<Place[]> | Place[];
}

/**
 * One delivery per subscriber who was active at `audienceAt`, streamed in pages. Interrupted, it goes
 * on where it was: rows that exist are kept.
 */
export async function freezeAudience(payload: Payload, audience: Audience): Promise<void> {
  const { mailing, lease, place } = audience;
  let position = (await lastPosition(payload, mailing.id)) + 1;
  let after: string | undefined;
  for (;;) {
    const group = activeAt(mailing.audienceAt);
    const page: SubscriberRow[] = await nextSubscribers(payload, { group, after, limit: pageSize });
    const keys = page.map(({ id }) => deliveryKey(mailing.id, id));
    const known = await knownKeys(payload, keys);
    const missing = page.filter(({ id }) => !known.has(deliveryKey(mailing.id, id)));
    const places = await place(missing);
    await insertRows(
      payload,
      'deliveries',
      places.map((each) => toDelivery(mailing.id, each, each.reason === null ? position++ : -1)),
    );
    await updateClaimed(payload, lease, {
      leaseUntil: new Date(Date.now() + 60_000).toISOString(),
    });
    killPoint('freeze-page');
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

/** Closes the audience: `frozenAt` is written last. A gap in the positions is no harm; two on one the database refuses. */
export async function closeAudience(
  payload: Payload,
  { mailing, lease }: Pick<Audience, 'mailing' | 'lease'>,
): Promise<MailingRow> {
  const [candidates, excluded] = await Promise.all([
    countDeliveries(payload, { mailing: mailing.id }),
    countDeliveries(payload, { mailing: mailing.id, state: 'excluded' }),
  ]);
  killPoint('before-frozen');
  await updateClaimed(payload, lease, {
    frozenAt: new Date().toISOString(),
    aliveAt: new Date().toISOString(),
    candidates,
    heldReason: null,
  });
  killPoint('after-frozen');
  await writeLog(
    { payload, user: null },
    {
      act: 'mailed',
      what: mailing.subject ?? '',
      document: mailing.id,
      why: text.mailings.toSoMany(candidates - excluded),
    },
  );
  return refreshMailing(payload, mailing.id);
}

const deliveryKey = (mailingId: string, subscriberId: string) => `${mailingId}:${subscriberId}`;

const toDelivery = (
  mailing: string,
  { subscriberId: subscriber, ...place }: Place,
  position: number,
) => ({
  ...newDelivery,
  ...place,
  key: deliveryKey(mailing, subscriber),
  slot: position < 0 ? `${mailing}:-:${subscriber}` : `${mailing}:${String(position)}`,
  mailing,
  subscriber,
  position,
  state: place.reason === null ? 'waiting' : 'excluded',
});
