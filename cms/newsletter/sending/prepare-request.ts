import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Claimed } from '../store/claim.ts';
import { killPoint } from '../kill-point.ts';
import { addressLetter } from '../letters/address-letter.ts';
import { renderLetter } from './render-letter.ts';
import type { MailItem } from '../provider/resend-client.ts';
import type { BatchRow, DeliveryRow, MailingRow, SubscriberRow } from '../store/rows.ts';
import { readEnvironment } from '../../environment.ts';
import { reasons } from '../text.ts';
import type { SendingStore } from './sending-store.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

export interface PreparedRequest {
  batch: BatchRow;
  items: MailItem[];
  idempotencyKey: string;
}

/**
 * The request of a claimed batch, stored before it may be sent. While an earlier attempt may have been
 * accepted, it is what is stored, to the byte; otherwise it is formed from who is still to have it.
 */
export async function prepareRequest(
  store: SendingStore,
  mailing: MailingRow,
  { lease, row }: Claimed<'batches'>,
): Promise<PreparedRequest> {
  if (row.openAttempts > 0) return readStored(row);
  const recipients = await dropLeavers(store, row);
  const items = recipients.map(([delivery, subscriber]) => toItem(mailing, delivery, subscriber));
  const bytes = JSON.stringify(items);
  const requestHash = createHash('sha256').update(bytes).digest('hex');
  const n = row.key.slice(row.key.indexOf(':') + 1);
  const again = row.generation > 1 ? `/${String(row.generation)}` : '';
  const idempotencyKey = `kf/${mailing.id}/${n}/${requestHash.slice(0, 16)}${again}`;
  killPoint('before-request-stored');
  const packed = await compress(bytes);
  const batch = await store.updateBatch(lease, {
    request: packed.toString('base64'),
    requestHash,
    idempotencyKey,
    positions: recipients.map(([delivery]) => delivery.position),
  });
  killPoint('after-request-stored');
  return { batch, items, idempotencyKey };
}

async function readStored(batch: BatchRow): Promise<PreparedRequest> {
  const { request, idempotencyKey, requestHash } = batch;
  if (request === null || idempotencyKey === null) {
    throw new Error(`batch ${batch.key} has an open attempt and no stored request`);
  }
  const bytes = (await decompress(Buffer.from(request, 'base64'))).toString();
  if (createHash('sha256').update(bytes).digest('hex') !== requestHash) {
    throw new Error(`batch ${batch.key}: the stored request is damaged`);
  }
  // why: our own JSON, checked by its hash a line above.
  return { batch, items: JSON.parse(bytes) as MailItem[], idempotencyKey };
}

type Recipient = [DeliveryRow, SubscriberRow & { email: string }];

/** Last look before the mail goes: whoever left or was suppressed since the freeze is excluded. */
async function dropLeavers(store: SendingStore, batch: BatchRow): Promise<Recipient[]> {
  const deliveries = await store.waitingDeliveries(batch);
  const subscribers = await store.subscribers(
    deliveries.map(({ subscriber }) => subscriber).filter((id) => id !== null),
  );
  const recipients: Recipient[] = [];
  const leavers: { id: string; state: 'excluded'; reason: string }[] = [];
  for (const delivery of deliveries) {
    const subscriber = subscribers.get(delivery.subscriber ?? '');
    const reason = whyDropped(subscriber);
    if (reason === null && subscriber && hasAddress(subscriber)) {
      recipients.push([delivery, subscriber]);
    } else {
      leavers.push({ id: delivery.id, state: 'excluded', reason: reason ?? reasons.erased });
    }
  }
  await store.updateDeliveries(leavers);
  return recipients;
}

function whyDropped(subscriber: SubscriberRow | undefined): string | null {
  if (!subscriber) return reasons.erased;
  if (subscriber.state === 'suppressed') return reasons.suppressed;
  return subscriber.state === 'active' ? null : reasons.unsubscribed;
}

const hasAddress = (row: SubscriberRow): row is SubscriberRow & { email: string } =>
  row.email !== null;

function toItem(
  mailing: MailingRow,
  delivery: DeliveryRow,
  subscriber: SubscriberRow & { email: string },
): MailItem {
  const { mailFrom, siteUrl, cmsUrl } = readEnvironment();
  return addressLetter({
    letter: renderLetter(mailing, delivery),
    to: subscriber.email,
    subscriberId: subscriber.id,
    mailingId: mailing.id,
    deliveryId: delivery.id,
    from: mailFrom,
    siteUrl,
    cmsUrl,
  });
}
