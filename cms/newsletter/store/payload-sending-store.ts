import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { mayGoOn } from '../mailings/may-go-on.ts';
import { refreshMailing } from '../mailings/refresh-mailing.ts';
import {
  batchLease,
  type BatchOutline,
  type Range,
  type SendingStore,
} from '../sending/sending-store.ts';
import { insertRows, updateDeliveries } from './bulk.ts';
import { claim, release, updateClaimed } from './claim.ts';
import { lastPosition } from './last-position.ts';
import { newBatch, type BatchRow, type DeliveryRow, type MailingRow } from './rows.ts';
import type { SubscriberRow } from './rows.ts';

const all = { limit: 0, pagination: false } as const;
const settings = z.object({ mostPerDay: z.number().int().positive().nullish() });

/** Sending's store in Payload's database, on SQLite and on MongoDB. */
export function payloadSendingStore(payload: Payload): SendingStore {
  const { db } = payload;
  return {
    unfinishedMailings: async () => {
      const { docs } = await db.find<MailingRow>({
        collection: 'mailings',
        where: { and: [{ frozenAt: { exists: true } }, { finishedAt: { exists: false } }] },
        sort: 'createdAt',
        ...all,
      });
      return docs;
    },
    mayGoOn: (mailing) => mayGoOn(payload, mailing),
    refreshMailing: (mailingId) => refreshMailing(payload, mailingId),
    pauseMailing: async (mailingId, { reason, seconds }) => {
      await db.updateOne({
        collection: 'mailings',
        where: { id: { equals: mailingId } },
        data: {
          pausedUntil: new Date(Date.now() + seconds * 1000).toISOString(),
          pauseReason: reason,
          status: 'paused',
        },
        options: { atomic: true },
      });
    },
    isArticlePublished: async (articleId) => {
      const { totalDocs } = await db.count({
        collection: 'articles',
        where: { and: [{ id: { equals: articleId } }, { _status: { equals: 'published' } }] },
      });
      return totalDocs > 0;
    },

    lastPosition: (mailingId) => lastPosition(payload, mailingId),
    batchesOf: async (mailingId) => {
      const { docs } = await db.find<BatchOutline>({
        collection: 'batches',
        where: { mailing: { equals: mailingId } },
        select: {
          key: true,
          firstPosition: true,
          lastPosition: true,
          state: true,
          positions: true,
        },
        ...all,
      });
      return docs;
    },
    addBatches: (ranges) =>
      insertRows(
        payload,
        'batches',
        ranges.map((range) => ({ ...newBatch, ...range })),
      ),
    claimBatch: (wanted) => claimBatch(payload, wanted),
    updateBatch: (lease, data) => updateClaimed<BatchRow>(payload, lease, data),
    releaseBatch: (lease) => release(payload, lease),

    waitingDeliveries: async (range) => {
      const { docs } = await db.find<DeliveryRow>({
        collection: 'deliveries',
        where: { and: [...within(range), { state: { equals: 'waiting' } }] },
        sort: 'position',
        ...all,
      });
      return docs;
    },
    deliveryIds: async (range) => {
      const { docs } = await db.find<Pick<DeliveryRow, 'id' | 'position'>>({
        collection: 'deliveries',
        where: { and: within(range) },
        select: { position: true },
        ...all,
      });
      return new Map(docs.map(({ id, position }) => [position, id]));
    },
    updateDeliveries: (changes) => updateDeliveries(payload, changes),
    subscribers: async (ids) => {
      if (ids.length === 0) return new Map();
      const { docs } = await db.find<SubscriberRow>({
        collection: 'subscribers',
        where: { id: { in: [...ids] } },
        limit: ids.length,
        pagination: false,
      });
      return new Map(docs.map((row) => [row.id, row]));
    },

    dailyCap: async () => {
      const found = await payload.findGlobal({ slug: 'newsletter-settings', depth: 0 });
      return settings.parse(found).mostPerDay ?? null;
    },
    batchesSince: async (time) => {
      const { docs } = await db.find<Pick<BatchRow, 'id' | 'positions' | 'openAttempts'>>({
        collection: 'batches',
        where: {
          and: [
            { firstAttemptAt: { greater_than_equal: time.toISOString() } },
            {
              or: [
                { openAttempts: { greater_than: 0 } },
                { state: { in: ['answered', 'settled'] } },
              ],
            },
          ],
        },
        select: { positions: true, openAttempts: true },
        ...all,
      });
      return docs;
    },
  };
}

const within = ({ mailing, firstPosition, lastPosition }: Range): Where[] => [
  { mailing: { equals: mailing } },
  { position: { greater_than_equal: firstPosition } },
  { position: { less_than_equal: lastPosition } },
];

async function claimBatch(
  payload: Payload,
  { mailing, state, openedBefore }: Parameters<SendingStore['claimBatch']>[0],
): ReturnType<SendingStore['claimBatch']> {
  const now = new Date().toISOString();
  const isDue: Where = {
    and: [
      { mailing: { equals: mailing } },
      { state: { equals: state } },
      { nextAttemptAt: { less_than_equal: now } },
      ...(openedBefore === undefined
        ? []
        : [
            { openAttempts: { greater_than: 0 } },
            { firstAttemptAt: { less_than: openedBefore.toISOString() } },
          ]),
    ],
  };
  for (;;) {
    const { docs } = await payload.db.find<{ id: string }>({
      collection: 'batches',
      where: { and: [isDue, { leaseUntil: { less_than: now } }] },
      sort: 'firstPosition',
      limit: 5,
      pagination: false,
      select: { key: true },
    });
    if (docs.length === 0) return undefined;
    for (const { id } of docs) {
      const wanted = { collection: 'batches', id, milliseconds: batchLease, where: isDue } as const;
      const claimed = await claim<BatchRow>(payload, wanted);
      if (claimed) return claimed;
    }
  }
}
