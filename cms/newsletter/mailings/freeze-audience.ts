import type { Payload, Where } from 'payload';
import { insertRows } from '../store/bulk.ts';
import { updateClaimed, type Lease } from '../store/claim.ts';
import { killPoint } from '../kill-point.ts';
import { refreshMailing } from './refresh-mailing.ts';
import {
  newDelivery,
  type DeliveryRow,
  type MailingRow,
  type SubscriberRow,
} from '../store/rows.ts';
import { lastPosition } from '../store/last-position.ts';

const pageSize = 500;

/** What a subscriber's delivery says when it is made. Those with a reason are excluded from the start. */
export type Place = { subscriberId: string } & Pick<DeliveryRow, 'reason' | 'digest' | 'contents'>;

export interface Audience {
  mailing: MailingRow;
  lease: Lease;
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
    const page: SubscriberRow[] = await nextPage(payload, mailing, after);
    const known = await knownKeys(payload, mailing.id, page);
    const missing = page.filter(({ id }) => !known.has(deliveryKey(mailing.id, id)));
    const places = await place(missing);
    await insertRows(
      payload,
      'deliveries',
      places.map((each) => toDelivery(mailing.id, each, each.reason === null ? position++ : -1)),
    );
    await updateClaimed<MailingRow>(payload, lease, {
      leaseUntil: new Date(Date.now() + 60_000).toISOString(),
    });
    killPoint('freeze-page');
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

/** Checks that no position is missing or doubled and closes the audience: `frozenAt` is written last. */
export async function closeAudience(
  payload: Payload,
  { mailing, lease }: Pick<Audience, 'mailing' | 'lease'>,
): Promise<MailingRow> {
  const candidates = await countDeliveries(payload, mailing.id);
  const sendable = await countDeliveries(payload, mailing.id, [
    { position: { greater_than_equal: 0 } },
  ]);
  const last = await lastPosition(payload, mailing.id);
  if (sendable !== last + 1) {
    throw new Error(
      `mailing ${mailing.id}: ${String(sendable)} rows up to position ${String(last)}`,
    );
  }
  killPoint('before-frozen');
  await updateClaimed<MailingRow>(payload, lease, {
    frozenAt: new Date().toISOString(),
    aliveAt: new Date().toISOString(),
    candidates,
    heldReason: null,
  });
  killPoint('after-frozen');
  return refreshMailing(payload, mailing.id);
}

/** Everybody who was active when the audience was taken and still is. */
export const activeAt = (audienceAt: string | null): { and: Where[] } => ({
  and: [{ state: { equals: 'active' } }, { confirmedAt: { less_than_equal: audienceAt } }],
});

async function nextPage(payload: Payload, mailing: MailingRow, after: string | undefined) {
  const { docs } = await payload.db.find<SubscriberRow>({
    collection: 'subscribers',
    where: {
      and: [
        ...activeAt(mailing.audienceAt).and,
        ...(after ? [{ id: { greater_than: after } }] : []),
      ],
    },
    sort: 'id',
    limit: pageSize,
    pagination: false,
  });
  return docs;
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

async function knownKeys(payload: Payload, mailingId: string, page: readonly SubscriberRow[]) {
  if (page.length === 0) return new Set<string>();
  const { docs } = await payload.db.find<{ key: string }>({
    collection: 'deliveries',
    where: { key: { in: page.map(({ id }) => deliveryKey(mailingId, id)) } },
    limit: page.length,
    pagination: false,
    select: { key: true },
  });
  return new Set(docs.map(({ key }) => key));
}

export async function countDeliveries(payload: Payload, mailingId: string, more: Where[] = []) {
  const { totalDocs } = await payload.db.count({
    collection: 'deliveries',
    where: { and: [{ mailing: { equals: mailingId } }, ...more] },
  });
  return totalDocs;
}
