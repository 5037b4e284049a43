import type { Payload } from 'payload';
import type { LoadedArticle } from '../../mapping/load-article.ts';
import { withUnfrozen } from './ensure-mailing.ts';
import { closeAudience, freezeAudience, type Place } from './freeze-audience.ts';
import { freezeLetter } from './freeze-mailing.ts';
import type { Claimed } from '../store/claim.ts';
import { renderCorrection } from '../letters/correction.ts';
import { toAlert } from '../letters/to-alert.ts';
import { freezeWhenLive } from './freeze-when-live.ts';
import type { DeliveryRow, MailingRow, SubscriberRow } from '../store/rows.ts';
import { readEnvironment } from '../../environment.ts';
import { reasons } from '../text.ts';

/** What makes a second mailing of the same correction impossible. */
export const correctionKey = (articleId: string, correctionId: string) =>
  `correction:${articleId}:${correctionId}`;

/** Freezes the corrections that an editor asked to have mailed, once they can be read on the site. */
export async function scheduleCorrections(payload: Payload): Promise<void> {
  const { docs } = await payload.db.find<MailingRow>({
    collection: 'mailings',
    where: {
      and: [
        { kind: { equals: 'correction' } },
        { frozenAt: { exists: false } },
        { status: { not_equals: 'cancelled' } },
      ],
    },
    limit: 50,
    pagination: false,
    sort: 'id',
  });
  for (const mailing of docs) {
    if (mailing.decision === 'cancel') await cancel(payload, mailing);
    else {
      await withUnfrozen(payload, mailing.id, async (claimed) => {
        await freezeWhenLive(payload, claimed, (article) =>
          freezeCorrection(payload, claimed, article),
        );
      });
    }
  }
}

async function cancel(payload: Payload, { id }: MailingRow): Promise<void> {
  await payload.db.updateOne({
    collection: 'mailings',
    where: { and: [{ id: { equals: id } }, { frozenAt: { exists: false } }] },
    data: { status: 'cancelled' },
    options: { atomic: true },
  });
}

/** The frozen mailing, or why it has to wait. */
async function freezeCorrection(
  payload: Payload,
  { lease, row }: Claimed<MailingRow>,
  article: LoadedArticle,
): Promise<MailingRow | string> {
  const correction = article.corrections.find(
    ({ id }) => row.key === correctionKey(row.article ?? '', id),
  );
  const alert = await payload.db.findOne<MailingRow>({
    collection: 'mailings',
    where: { key: { equals: `alert:${row.article ?? ''}` } },
  });
  if (!correction || !alert) return reasons.noCorrection;
  // Who gets the alert later has to get the correction, too.
  if (alert.status !== 'finished') return reasons.alertUnderway;
  const mailing =
    row.contentHash === null
      ? await freezeLetter(payload, lease, {
          letter: renderCorrection(toAlert(article, readEnvironment().siteUrl), correction.text),
          seriesSlug: article.series?.slug ?? null,
        })
      : row;
  await freezeAudience(payload, {
    mailing,
    lease,
    place: (subscribers) => placesFor(payload, subscribers, alert.id),
  });
  return closeAudience(payload, { mailing, lease });
}

/** Exactly those whose alert was accepted; who has left since is not among `subscribers`. */
async function placesFor(
  payload: Payload,
  subscribers: readonly SubscriberRow[],
  alertId: string,
): Promise<Place[]> {
  if (subscribers.length === 0) return [];
  const { docs } = await payload.db.find<Pick<DeliveryRow, 'subscriber'>>({
    collection: 'deliveries',
    where: {
      and: [
        { mailing: { equals: alertId } },
        { state: { equals: 'accepted' } },
        { subscriber: { in: subscribers.map(({ id }) => id) } },
      ],
    },
    limit: 0,
    pagination: false,
    select: { subscriber: true },
  });
  return docs.flatMap(({ subscriber }) =>
    subscriber === null
      ? []
      : [{ subscriberId: subscriber, reason: null, digest: null, contents: null }],
  );
}
