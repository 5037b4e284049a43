import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { noteInDigest } from '../store/bulk.ts';
import { updateClaimed, type Claimed } from '../store/claim.ts';
import { closeAudience, freezeAudience, type Place } from './freeze-audience.ts';
import { killPoint } from '../kill-point.ts';
import { renderDigest } from '../letters/digest.ts';
import { waitingAlerts, type Waiting } from '../store/deliveries.ts';
import type { DigestContents, SubscriberRow } from '../store/rows.ts';

interface Wanted extends Waiting {
  claimed: Claimed<'mailings'>;
  contents: DigestContents;
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
      ? await updateClaimed<'mailings'>(payload, lease, {
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
    await noteInDigest(payload, { alert, digest: mailing.id, mark, until });
  }
  await closeAudience(payload, { mailing, lease });
}

/** What the admin shows of it: the digest with everything in it. */
const preview = (contents: DigestContents) =>
  renderDigest({ ...contents, articles: contents.entries.map(({ article }) => article) });

async function placesFor(
  payload: Payload,
  subscribers: readonly SubscriberRow[],
  wanted: Waiting & { alerts: string[] },
): Promise<Place[]> {
  const ids = subscribers.map(({ id }) => id);
  const alertsOf = await waitingAlerts(payload, { ...wanted, subscribers: ids });
  return [...alertsOf].map(([subscriberId, contents]) => ({
    subscriberId,
    reason: null,
    digest: null,
    contents,
  }));
}
