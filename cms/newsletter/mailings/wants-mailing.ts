import type { MailingRow, SubscriberRow } from '../store/rows.ts';
import { reasons } from '../text.ts';

export type Wish = 'now' | 'in-digest' | 'not-this-series';

/** What an active subscriber chose for an article: her own choices only, the series first. */
export function wishFor(
  subscriber: Pick<SubscriberRow, 'frequency' | 'series'>,
  mailing: Pick<MailingRow, 'seriesSlug'>,
): Wish {
  const series: readonly string[] = subscriber.series ?? [];
  const isWanted =
    series.length === 0 || (mailing.seriesSlug !== null && series.includes(mailing.seriesSlug));
  if (!isWanted) return 'not-this-series';
  return subscriber.frequency === 'weekly' ? 'in-digest' : 'now';
}

/** Why the alert does not go to her; null when it does. */
export const reasonFor: Record<Wish, string | null> = {
  now: null,
  'in-digest': reasons.wantsDigest,
  'not-this-series': reasons.otherSeries,
};
