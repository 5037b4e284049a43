import { isDeepStrictEqual } from 'node:util';
import { bookkeeping } from './bookkeeping.ts';
import { isOfTypingNext } from './is-of-typing-next.ts';

/** What the newsroom agrees on about an article. */
const agreed = ['assignee', 'deadline'] as const;
/** What readers do not see. */
const unseen = new Set([...bookkeeping, ...agreed, '_id', '__v', '_status', 'sendAlert']);

/** Whether two states of an article would read the same. An absent field and an empty one are alike. */
export const isSameContent = (one: object, other: object): boolean =>
  isDeepStrictEqual(contentOf(one), contentOf(other));

/** Whether what is given says the same as is kept of what the newsroom agrees on; what it leaves out, it does not say. */
export const isSameAgreed = (given: object, kept: object): boolean => {
  const [said, known] = [new Map(Object.entries(given)), new Map(Object.entries(kept))];
  return agreed.every(
    (name) =>
      !said.has(name) ||
      isDeepStrictEqual(simplify(said.get(name) ?? null), simplify(known.get(name) ?? null)),
  );
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
    .filter(([name]) => !isOfTypingNext(name) && !(name === 'id' && isPart(value)))
    .map(([name, inner]) => [name, simplify(inner)] as const)
    .filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(entries);
}

/** A box, a link, a row: the editor gives those an id that came without one. A document is what its id says. */
const isPart = (value: object): boolean => Object.keys(value).length > 1 && !('updatedAt' in value);

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'object' && Object.keys(value).length === 0);
