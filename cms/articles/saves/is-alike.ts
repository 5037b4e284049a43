import { isOfTypingNext } from '../releases/is-of-typing-next.ts';

/**
 * Whether two values of a field mean the same: a form says «nothing» by null, the empty text, no or an unticked box,
 * the database by leaving it out, and neither minds the order of keys.
 */
export const isAlike = (a: unknown, b: unknown): boolean => asKey(a) === asKey(b);

/** The same text for values that mean the same. */
export const asKey = (value: unknown): string => JSON.stringify(bare(value)) ?? '';

function bare(value: unknown): unknown {
  if (value === null || value === '' || value === false) return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((each) => bare(each));
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([name, each]) => [name, bare(each)] as const)
    .filter(([name, each]) => each !== undefined && !isOfTypingNext(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
