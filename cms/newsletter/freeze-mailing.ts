import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { insertRows } from './bulk.ts';
import { updateClaimed, type Lease } from './claim.ts';
import { killPoint } from './kill-point.ts';
import { renderAlert } from './mail/alert.ts';
import { refreshMailing } from './refresh-mailing.ts';
import type { ArticleForMail } from './read-article.ts';
import type { MailingRow, SubscriberRow } from './rows.ts';
import { whyNotWanted } from './wants-mailing.ts';

const pageSize = 500;

/**
 * Fixes for good what is sent and to whom: the letter with its hash, and one delivery per subscriber
 * who was active at `audienceAt`. Interrupted, it goes on where it was: rows that exist are kept.
 * `frozenAt` is written last, after the numbers have been checked.
 */
export async function freezeMailing(
  payload: Payload,
  { mailing, lease, article }: { mailing: MailingRow; lease: Lease; article: ArticleForMail },
): Promise<MailingRow> {
  const begun =
    mailing.contentHash === null ? await freezeLetter(payload, lease, article) : mailing;
  killPoint('after-letter');
  await freezeAudience(payload, begun, lease);
  const [rows, sent] = await Promise.all([
    countDeliveries(payload, begun.id, 0),
    countDeliveries(payload, begun.id, undefined),
  ]);
  const active = await payload.db.count({ collection: 'subscribers', where: audience(begun) });
  const last = await lastPosition(payload, begun.id);
  if (rows !== last + 1 || active.totalDocs > sent) {
    throw new Error(
      `mailing ${begun.id}: ${String(sent)} rows for ${String(active.totalDocs)} subscribers, ` +
        `${String(rows)} positions up to ${String(last)}`,
    );
  }
  killPoint('before-frozen');
  await updateClaimed<MailingRow>(payload, lease, {
    frozenAt: new Date().toISOString(),
    candidates: sent,
    heldReason: null,
  });
  killPoint('after-frozen');
  return refreshMailing(payload, begun.id);
}

function freezeLetter(payload: Payload, lease: Lease, article: ArticleForMail) {
  const letter = renderAlert(article.content);
  return updateClaimed<MailingRow>(payload, lease, {
    ...letter,
    contentHash: createHash('sha256')
      .update([letter.subject, letter.html, letter.text].join('\0'))
      .digest('hex'),
    seriesSlug: article.seriesSlug,
    audienceAt: new Date().toISOString(),
    status: 'freezing',
    heldReason: null,
  });
}

/** Everybody who was active when the audience was taken and still is. */
const audience = (mailing: MailingRow) => ({
  and: [{ state: { equals: 'active' } }, { confirmedAt: { less_than_equal: mailing.audienceAt } }],
});

async function freezeAudience(payload: Payload, mailing: MailingRow, lease: Lease) {
  let position = (await lastPosition(payload, mailing.id)) + 1;
  let after: string | undefined;
  for (;;) {
    const page: SubscriberRow[] = await nextPage(payload, mailing, after);
    const known = await knownKeys(payload, mailing.id, page);
    const rows = page
      .filter(({ id }) => !known.has(deliveryKey(mailing.id, id)))
      .map((subscriber) => {
        const reason = whyNotWanted(subscriber, mailing);
        return newDelivery(mailing.id, subscriber.id, reason, reason === null ? position++ : -1);
      });
    await insertRows(payload, 'deliveries', rows);
    await updateClaimed<MailingRow>(payload, lease, {
      leaseUntil: new Date(Date.now() + 120_000).toISOString(),
    });
    killPoint('freeze-page');
    after = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

async function nextPage(payload: Payload, mailing: MailingRow, after: string | undefined) {
  const { docs } = await payload.db.find<SubscriberRow>({
    collection: 'subscribers',
    where: { and: [...audience(mailing).and, ...(after ? [{ id: { greater_than: after } }] : [])] },
    sort: 'id',
    limit: pageSize,
    pagination: false,
  });
  return docs;
}

const deliveryKey = (mailingId: string, subscriberId: string) => `${mailingId}:${subscriberId}`;

const newDelivery = (
  mailing: string,
  subscriber: string,
  reason: string | null,
  position: number,
) => ({
  key: deliveryKey(mailing, subscriber),
  slot: position < 0 ? `${mailing}:-:${subscriber}` : `${mailing}:${String(position)}`,
  mailing,
  subscriber,
  position,
  state: reason === null ? 'waiting' : 'excluded',
  reason,
  afterwards: 'none',
  events: [],
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

/** Rows of a mailing; `from` 0 counts those that are to be sent, undefined counts all. */
async function countDeliveries(payload: Payload, mailingId: string, from: number | undefined) {
  const { totalDocs } = await payload.db.count({
    collection: 'deliveries',
    where: {
      and: [
        { mailing: { equals: mailingId } },
        ...(from === undefined ? [] : [{ position: { greater_than_equal: from } }]),
      ],
    },
  });
  return totalDocs;
}

/** The highest position given so far; -1 when there is none. */
export async function lastPosition(payload: Payload, mailingId: string): Promise<number> {
  const { docs } = await payload.db.find<{ position: number }>({
    collection: 'deliveries',
    where: { mailing: { equals: mailingId } },
    sort: '-position',
    limit: 1,
    pagination: false,
  });
  return docs[0]?.position ?? -1;
}
