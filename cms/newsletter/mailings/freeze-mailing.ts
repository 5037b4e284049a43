import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import type { LoadedArticle } from '../../mapping/load-article.ts';
import { updateClaimed, type Lease } from '../store/claim.ts';
import { countDeliveries } from '../store/deliveries.ts';
import { readSeries, type SeriesIndex } from '../store/series.ts';
import { activeAt, countSubscribers } from '../store/subscribers.ts';
import { closeAudience, freezeAudience, type Place } from './freeze-audience.ts';
import { killPoint } from '../kill-point.ts';
import { renderAlert } from '../letters/alert.ts';
import { toAlert } from '../letters/to-alert.ts';
import type { Letter } from '../letters/letter-parts.ts';
import type { MailingRow, SubscriberRow } from '../store/rows.ts';
import { readEnvironment } from '../../environment.ts';
import { waitingMark } from './due-digest.ts';
import { preferenceOf } from './preference-of.ts';

/**
 * Fixes for good what an alert says and who is meant: the letter with its hash, and one delivery per
 * subscriber who was active at `audienceAt`, excluded ones with the reason.
 */
export async function freezeMailing(
  payload: Payload,
  {
    mailing,
    lease,
    article,
  }: { mailing: MailingRow; lease: Lease<'mailings'>; article: LoadedArticle },
): Promise<MailingRow> {
  const begun =
    mailing.contentHash === null
      ? await freezeLetter(payload, lease, {
          letter: renderAlert(toAlert(article, readEnvironment().siteUrl)),
          seriesSlug: article.series?.slug ?? null,
        })
      : mailing;
  killPoint('after-letter');
  const series = await readSeries(payload);
  await freezeAudience(payload, {
    mailing: begun,
    lease,
    place: (subscribers) => subscribers.map((each) => placeOf(each, { mailing: begun, series })),
  });
  const active = await countSubscribers(payload, activeAt(begun.audienceAt));
  const rows = await countDeliveries(payload, { mailing: begun.id });
  if (active > rows) {
    throw new Error(`mailing ${begun.id}: ${String(rows)} rows for ${String(active)} subscribers`);
  }
  return closeAudience(payload, { mailing: begun, lease });
}

function placeOf(
  subscriber: SubscriberRow,
  { mailing, series }: { mailing: MailingRow; series: SeriesIndex },
): Place {
  const preference = preferenceOf(subscriber, mailing, series);
  return {
    subscriberId: subscriber.id,
    reason: preference.kind === 'now' ? null : preference.reason,
    digest: preference.kind === 'in-digest' ? waitingMark(preference.frequency) : null,
    contents: null,
  };
}

/** Writes down what a mailing says, with its hash, and when its audience was taken. */
export function freezeLetter(
  payload: Payload,
  lease: Lease<'mailings'>,
  { letter, seriesSlug }: { letter: Letter; seriesSlug: string | null },
): Promise<MailingRow> {
  return updateClaimed(payload, lease, {
    ...letter,
    contentHash: createHash('sha256')
      .update([letter.subject, letter.html, letter.text].join('\0'))
      .digest('hex'),
    seriesSlug,
    audienceAt: new Date().toISOString(),
    status: 'freezing',
    heldReason: null,
  });
}
