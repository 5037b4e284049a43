import type { MailingRow, SubscriberRow } from './rows.ts';
import { reasons } from './text.ts';

/** Why an active subscriber should not get this mailing, or null when she should. Her own choices only. */
export function whyNotWanted(
  subscriber: Pick<SubscriberRow, 'frequency' | 'series'>,
  mailing: Pick<MailingRow, 'seriesSlug'>,
): string | null {
  if (subscriber.frequency === 'weekly') return reasons.wantsDigest;
  const series: readonly string[] = subscriber.series ?? [];
  if (series.length === 0) return null;
  return mailing.seriesSlug !== null && series.includes(mailing.seriesSlug)
    ? null
    : reasons.otherSeries;
}
