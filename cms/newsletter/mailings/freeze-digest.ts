import { createHash } from 'node:crypto';
import type { Payload, Where } from 'payload';
import { takeIntoDigest } from '../store/bulk.ts';
import { updateClaimed, type Claimed } from '../store/claim.ts';
import { closeAudience, freezeAudience, type Place } from './freeze-audience.ts';
import { killPoint } from '../kill-point.ts';
import { renderDigest } from '../letters/digest.ts';
import { waitingForDigest } from './waiting-for-digest.ts';
import type { DeliveryRow, DigestContents, MailingRow, SubscriberRow } from '../store/rows.ts';

interface Wanted {
  claimed: Claimed<MailingRow>;
  contents: DigestContents;
  /** What waits under this mark, and was written until then, is told; an ISO time. */
  mark: string;
  until: string;
}

/**
 * Fixes a digest: its articles, then one delivery for every active subscriber who waits for at least
 * one of them, then a note on what was taken in. In this order a crash neither loses nor repeats.
 */
export async function freezeDigest(
  payload: Payload,
  { claimed: { lease, row }, contents, mark, until }: Wanted,
): Promise<void> {
  const mailing =
    row.contents === null
      ? await updateClaimed<MailingRow>(payload, lease, {
          ...preview(contents),
          contents,
          contentHash: createHash('sha256').update(JSON.stringify(contents)).digest('hex'),
          audienceAt: new Date().toISOString(),
          status: 'freezing',
        })
      : row;
  killPoint('after-letter');
  const alerts = (mailing.contents ?? contents).entries.map(({ alert }) => alert);
  await freezeAudience(payload, {
    mailing,
    lease,
    place: (subscribers) => placesFor(payload, subscribers, { alerts, mark, until }),
  });
  for (const alert of alerts) {
    await takeIntoDigest(payload, { alert, digest: mailing.id, mark, until });
  }
  await closeAudience(payload, { mailing, lease });
}

/** What the admin shows of it: the digest with everything in it. */
const preview = (contents: DigestContents) =>
  renderDigest({ ...contents, articles: contents.entries.map(({ article }) => article) });

async function placesFor(
  payload: Payload,
  subscribers: readonly SubscriberRow[],
  { alerts, mark, until }: { alerts: string[]; mark: string; until: string },
): Promise<Place[]> {
  if (subscribers.length === 0) return [];
  const waiting: Where[] = [
    { subscriber: { in: subscribers.map(({ id }) => id) } },
    { mailing: { in: alerts } },
    ...waitingForDigest({ mark, until }),
  ];
  const { docs } = await payload.db.find<Pick<DeliveryRow, 'subscriber' | 'mailing'>>({
    collection: 'deliveries',
    where: { and: waiting },
    limit: 0,
    pagination: false,
    select: { subscriber: true, mailing: true },
  });
  const contents = Map.groupBy(docs, ({ subscriber }) => subscriber);
  return [...contents].flatMap(([subscriberId, rows]) =>
    subscriberId === null
      ? []
      : [
          {
            subscriberId,
            reason: null,
            digest: null,
            contents: rows.map(({ mailing }) => mailing),
          },
        ],
  );
}
