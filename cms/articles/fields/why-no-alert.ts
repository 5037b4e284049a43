/** What decides whether an article is mailed unless somebody says otherwise. */
export interface AlertFacts {
  marking?: unknown;
  /** ISO 8601 UTC. */
  publishedAt?: unknown;
}

const week = 7 * 24 * 3600 * 1000;

/** Why the box is off by itself; undefined when it is on. What is paid for, and what is old, is nobody's news. */
export function whyNoAlert(
  { marking, publishedAt }: AlertFacts,
  now = Date.now(),
): 'paid' | 'old' | undefined {
  if (marking === 'sponsored' || marking === 'advert') return 'paid';
  const isDate = typeof publishedAt === 'string' || publishedAt instanceof Date;
  const isOld = isDate && now - new Date(publishedAt).getTime() > week;
  return isOld ? 'old' : undefined;
}
