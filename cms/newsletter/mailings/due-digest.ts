import { digestOf, frequencyIds, type FrequencyId } from '../../../content/model/frequencies.ts';

/** Rows written right before the hour have time to become visible. */
const grace = 60_000;

/**
 * The digest of a frequency that is due; it tells what was published until `dueAt`. Undefined when the last one is
 * longer ago than it may be late, and for a frequency without digests. `key` names it for good.
 */
export function dueDigest(
  frequency: FrequencyId,
  now: Date,
): { key: string; dueAt: Date } | undefined {
  const digest = digestOf(frequency);
  if (digest === null) return undefined;
  const dueAt = digest.lastDue(new Date(now.getTime() - grace));
  if (now.getTime() - dueAt.getTime() > digest.patience) return undefined;
  return { key: `digest:${unlessWeekly(frequency)}${dueAt.toISOString().slice(0, 10)}`, dueAt };
}

/** What marks the delivery of somebody whose article waits for the digest of this frequency. */
export const waitingMark = (frequency: FrequencyId): string =>
  `wanted${frequency === 'weekly' ? '' : `:${frequency}`}`;

/** Whose digest it is, by its key. */
export const frequencyOfDigest = (key: string): FrequencyId =>
  frequencyIds.find((id) => id !== 'weekly' && key.startsWith(`digest:${id}:`)) ?? 'weekly';

// Rows of the weekly digest were written before there were others.
const unlessWeekly = (frequency: FrequencyId) => (frequency === 'weekly' ? '' : `${frequency}:`);
