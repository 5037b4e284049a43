import { randomUUID } from 'node:crypto';
import { LeaseLost } from '../store/claim.ts';
import { newBatch, newDelivery, newMailing, newSubscriber } from '../store/new-rows.ts';
import type { BatchRow, DeliveryRow, MailingRow, SubscriberRow } from '../store/rows.ts';
import type { Range, SendingStore } from '../sending/sending-store.ts';

export interface MemorySendingStore extends SendingStore {
  deliveries: readonly DeliveryRow[];
  /** The process dies at the n-th call from here: this one and every later one throws. */
  dieAt: (call: number) => void;
  /** A new process: nothing dies any more, and what the dead one held is free. */
  restart: () => void;
}

/** One frozen mailing to so many subscribers, kept in memory. Whatever waits is due at once. */
export function memorySendingStore(readers: number): MemorySendingStore {
  const mailing = aMailing();
  const ids = Array.from({ length: readers }, (_, n) => `reader-${n}`);
  const subscribers = new Map(ids.map((id) => [id, aSubscriber(id)]));
  const deliveries = ids.map((id, position) => aDelivery(mailing.id, id, position));
  const batches: BatchRow[] = [];
  const held = new Map<string, string>();
  let left = Infinity;

  const within = ({ firstPosition, lastPosition }: Range) =>
    deliveries.filter(({ position }) => position >= firstPosition && position <= lastPosition);
  const owned = (id: string, token: string) => {
    const batch = batches.find((each) => each.id === id);
    if (batch === undefined || held.get(id) !== token) throw new LeaseLost(id);
    return batch;
  };

  const store: SendingStore = {
    epoch: async () => 'e',
    unfinishedMailings: async () =>
      deliveries.some(({ state }) => state === 'waiting') ? [{ ...mailing }] : [],
    mayGoOn: async () => true,
    refreshMailing: async () => undefined,
    pauseMailing: async () => undefined,
    isOnSite: async () => true,
    placeStranded: async () => undefined,
    lastPosition: async () => deliveries.length - 1,
    batchesOf: async () => batches.map((batch) => ({ ...batch })),
    addBatches: async (ranges) => {
      const known = new Set(batches.map(({ key }) => key));
      if (ranges.some(({ key }) => known.has(key))) throw new Error('a batch of that key exists');
      for (const range of ranges) batches.push({ ...newBatch, ...range, id: range.key });
    },
    claimBatch: async ({ state, openedBefore }) => {
      if (openedBefore !== undefined) return undefined;
      const batch = batches.find((each) => each.state === state && !held.has(each.id));
      if (batch === undefined) return undefined;
      const lease = { collection: 'batches', id: batch.id, token: randomUUID() } as const;
      held.set(batch.id, lease.token);
      return { lease, row: { ...batch } };
    },
    updateBatch: async ({ id, token }, data) => ({ ...Object.assign(owned(id, token), data) }),
    releaseBatch: async ({ id, token }) => {
      if (held.get(id) === token) held.delete(id);
    },
    waitingDeliveries: async (range) =>
      within(range)
        .filter(({ state }) => state === 'waiting')
        .map((row) => ({ ...row })),
    deliveryIds: async (range) => new Map(within(range).map(({ id, position }) => [position, id])),
    updateDeliveries: async (changes) => {
      for (const { id, ...change } of changes) {
        const row = deliveries.find((each) => each.id === id);
        if (row?.state === 'waiting') Object.assign(row, change);
      }
    },
    subscribers: async (wanted) =>
      new Map(wanted.flatMap((id) => [[id, subscribers.get(id)]]).filter(isKnown)),
    dailyCap: async () => null,
    batchesSince: async () => [],
    confirmationsSince: async () => 0,
  };

  // Each call may be the last of this process.
  const mortal = new Proxy(store, {
    get: (target, name: keyof SendingStore) => {
      const method = target[name] as (...given: unknown[]) => Promise<unknown>; // why: all are methods
      return async (...given: unknown[]) => {
        if (--left < 0) throw new Error('killed');
        return method(...given);
      };
    },
  });
  return Object.assign(Object.create(mortal) as SendingStore, {
    deliveries,
    dieAt: (call: number) => {
      left = call;
    },
    restart: () => {
      left = Infinity;
      held.clear();
    },
  });
}

const isKnown = (entry: unknown[]): entry is [string, SubscriberRow] => entry[1] !== undefined;

const aMailing = (): MailingRow => ({
  ...newMailing,
  id: 'mailing-1',
  createdAt: new Date().toISOString(),
  key: 'alert:article-1',
  kind: 'alert',
  article: 'article-1',
  requestedAt: new Date().toISOString(),
  status: 'sending',
  ...{ subject: 'Køen er død', html: '<p>Køen er død</p>', text: 'Køen er død' },
});

const aSubscriber = (id: string): SubscriberRow => ({
  ...newSubscriber,
  id,
  createdAt: new Date().toISOString(),
  email: `${id}@eksempel.no`,
  address: `${id}@eksempel.no`,
  state: 'active',
});

const aDelivery = (mailing: string, subscriber: string, position: number): DeliveryRow => ({
  ...newDelivery,
  id: `delivery-${position}`,
  updatedAt: new Date().toISOString(),
  key: `${mailing}:${subscriber}`,
  slot: `${mailing}:${position}`,
  ...{ mailing, subscriber, position },
  state: 'waiting',
  reason: null,
  digest: null,
  contents: null,
});
