import { isDeepStrictEqual } from 'node:util';
import { bookkeeping } from './bookkeeping.ts';

/** What the newsroom agrees on about an article. */
const agreed = ['assignee', 'deadline'] as const;
/** What readers do not see. */
const unseen = new Set([...bookkeeping, ...agreed, '_id', '__v', '_status', 'sendAlert']);

/** Whether two states of an article would read the same. An absent field and an empty one are alike. */
export const isSameContent = (one: object, other: object): boolean =>
  isDeepStrictEqual(contentOf(one), contentOf(other));

/** The same for readers, and for the newsroom too. */
export const isSameWork = (one: object, other: object): boolean =>
  isSameContent(one, other) && isDeepStrictEqual(agreedOf(one), agreedOf(other));

const agreedOf = (article: object): unknown => {
  const values = new Map(Object.entries(simplify(article) as object)); // why: an object stays one
  return agreed.map((name) => values.get(name));
};

/** The same, apart from what publishing itself sets: the time, and organisations that have to be disclosed. */
export const isSameText = (one: object, other: object): boolean =>
  isSameContent({ ...one, ...setByPublishing }, { ...other, ...setByPublishing });
const setByPublishing = { slug: null, publishedAt: null, organisations: null };

function contentOf(article: object): unknown {
  return simplify(
    Object.fromEntries(Object.entries(article).filter(([name]) => !unseen.has(name))),
  );
}

function simplify(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(simplify);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, simplify(inner)] as const)
    .filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(entries);
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'object' && Object.keys(value).length === 0);
