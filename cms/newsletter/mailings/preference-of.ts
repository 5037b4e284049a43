import { digestOf, type FrequencyId } from '../../../content/model/frequencies.ts';
import type { MailingRow, SubscriberRow } from '../store/rows.ts';
import { reasons } from '../text.ts';

export type Preference =
  | { kind: 'now' }
  | { kind: 'in-digest'; frequency: FrequencyId; reason: string }
  | { kind: 'not-this-series'; reason: string };

/** What an active subscriber chose for an article: her own choices only, the series first. */
export function preferenceOf(
  { frequency, series }: Pick<SubscriberRow, 'frequency' | 'series'>,
  { seriesSlug }: Pick<MailingRow, 'seriesSlug'>,
): Preference {
  const wanted: readonly string[] = series ?? [];
  const isWanted = wanted.length === 0 || (seriesSlug !== null && wanted.includes(seriesSlug));
  if (!isWanted) return { kind: 'not-this-series', reason: reasons.otherSeries };
  const digest = digestOf(frequency);
  return digest === null
    ? { kind: 'now' }
    : { kind: 'in-digest', frequency, reason: digest.heldBack };
}
