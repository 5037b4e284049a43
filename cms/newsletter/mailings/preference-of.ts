import { digestOf, type FrequencyId } from '../../../content/model/frequencies.ts';
import type { MailingRow, SubscriberRow } from '../store/rows.ts';
import type { SeriesIndex } from '../store/series.ts';
import { reasons } from '../text.ts';

export type Preference =
  | { kind: 'now' }
  | { kind: 'in-digest'; frequency: FrequencyId; reason: string }
  | { kind: 'not-this-series'; reason: string };

/**
 * What an active subscriber chose for an article: her own choices only, the series first. A series counts by any slug
 * that it has or had; who follows none that is left gets nothing, and the reason says so.
 */
export function preferenceOf(
  { frequency, series }: Pick<SubscriberRow, 'frequency' | 'series'>,
  { seriesSlug }: Pick<MailingRow, 'seriesSlug'>,
  { current }: Pick<SeriesIndex, 'current'>,
): Preference {
  const wanted = series.flatMap((slug) => current(slug) ?? []);
  const now = seriesSlug === null ? undefined : (current(seriesSlug) ?? seriesSlug);
  const isWanted = series.length === 0 || (now !== undefined && wanted.includes(now));
  if (!isWanted) {
    const reason = wanted.length === 0 ? reasons.seriesGone : reasons.otherSeries;
    return { kind: 'not-this-series', reason };
  }
  const digest = digestOf(frequency);
  return digest === null
    ? { kind: 'now' }
    : { kind: 'in-digest', frequency, reason: digest.heldBack };
}
