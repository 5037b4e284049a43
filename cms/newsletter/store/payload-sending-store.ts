import type { Payload } from 'payload';
import { mayGoOn } from '../mailings/may-go-on.ts';
import { refreshMailing } from '../mailings/refresh-mailing.ts';
import { placeStranded } from '../mailings/send-again.ts';
import type { SendingStore } from '../sending/sending-store.ts';
import { hasRight } from '../../roles/rights.ts';
import { readEpoch } from '../../shared/epoch.ts';
import { isOnSite } from './articles.ts';
import { readSettings } from '../read-settings.ts';
import { batchesOf, batchesSince, claimBatch } from './batches.ts';
import { countConfirmationsSince } from './confirmations.ts';
import { insertRows, updateDeliveries } from './bulk.ts';
import { release, updateClaimed } from './claim.ts';
import { idsByPosition, lastPosition, waitingDeliveries } from './deliveries.ts';
import { unfinishedMailings, updateMailing } from './mailings.ts';
import { newBatch } from './new-rows.ts';
import { findSubscribers } from './subscribers.ts';

/** Sending's store in Payload's database, on SQLite and on MongoDB. */
export function payloadSendingStore(payload: Payload): SendingStore {
  return {
    epoch: async () => {
      // A process that slept has lost the right to send, and the pace with it: the next call asks for both.
      if (!hasRight('newsletter')) throw new Error('another process sends now');
      return (await readEpoch(payload)).id;
    },
    unfinishedMailings: () => unfinishedMailings(payload),
    mayGoOn: (mailing) => mayGoOn(payload, mailing),
    refreshMailing: (mailingId) => refreshMailing(payload, mailingId),
    pauseMailing: async (id, { reason, seconds }) => {
      const pausedUntil = new Date(Date.now() + seconds * 1000).toISOString();
      await updateMailing(payload, { id }, { pausedUntil, pauseReason: reason, status: 'paused' });
    },
    isOnSite: (mailing) => isOnSite(payload, mailing),

    placeStranded: (mailingId, form) => placeStranded(payload, mailingId, form),
    lastPosition: (mailingId) => lastPosition(payload, mailingId),
    batchesOf: (mailingId) => batchesOf(payload, mailingId),
    addBatches: (ranges) =>
      insertRows(
        payload,
        'batches',
        ranges.map((range) => ({ ...newBatch, ...range })),
      ),
    claimBatch: (wanted) => claimBatch(payload, wanted),
    updateBatch: (lease, data) => updateClaimed(payload, lease, data),
    releaseBatch: (lease) => release(payload, lease),

    waitingDeliveries: (range) => waitingDeliveries(payload, range),
    deliveryIds: (range) => idsByPosition(payload, range),
    updateDeliveries: (changes) => updateDeliveries(payload, changes),
    subscribers: async (ids) => {
      const rows = ids.length === 0 ? [] : await findSubscribers(payload, { id: ids });
      return new Map(rows.map((row) => [row.id, row]));
    },

    dailyCap: async () => (await readSettings(payload)).mostPerDay,
    batchesSince: (time) => batchesSince(payload, time),
    confirmationsSince: (time) => countConfirmationsSince(payload, time),
  };
}
