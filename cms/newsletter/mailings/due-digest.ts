const day = 24 * 3600 * 1000;
const friday = 5;
const hour = 10;

/** Rows written right before the hour have time to become visible. */
const grace = 60_000;

/** How late a digest may be before the next one takes its place: a restored backup mails nobody. */
const patience = 2 * day;

/**
 * The digest that is due: Fridays at 10 UTC (11 in Oslo in winter, 12 in summer), and for two days
 * after; it tells what was published until `dueAt`. Undefined on the other days. `key` names it for good.
 */
export function dueDigest(now: Date): { key: string; dueAt: Date } | undefined {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate(), hour);
  const daysSince = (now.getUTCDay() - friday + 7) % 7;
  const candidate = today - daysSince * day;
  const dueAt = new Date(candidate + grace > now.getTime() ? candidate - 7 * day : candidate);
  if (now.getTime() - dueAt.getTime() > patience) return undefined;
  return { key: `digest:${dueAt.toISOString().slice(0, 10)}`, dueAt };
}
