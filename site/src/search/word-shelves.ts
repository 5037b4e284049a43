import { stemmer } from '@orama/stemmers/norwegian';

/**
 * In which years some text has a word, so that a search need not open every year's index to learn that none has it.
 * Words are kept as Pagefind's stemmer leaves them (it is the same one: Snowball's), in files that are called shelves.
 */

/** Words by the years that have them (`2026 2024`), with a space between two. */
export type Shelf = Record<string, string>;

/** Each small enough for a phone, and all few enough for the publisher to look through with every release. */
export const shelfCount = 256;

/** Where words stand that begin with the same four letters. */
export function shelfOf(stem: string): number {
  const letters = [...stem].slice(0, 4);
  return letters.reduce((hash, letter) => hash * 31 + (letter.codePointAt(0) ?? 0), 0) % shelfCount;
}

/** The stem by which a word is on a shelf; undefined of what may be in the index in a way that no shelf tells. */
export function shelvedAs(word: string): string | undefined {
  const stem = stemmer(word.toLowerCase());
  return /^[\p{L}\p{N}]{2,}$/u.test(stem) && !/[\ua7f0-\ua7ff]/.test(stem) ? stem : undefined;
}

/** Years in which a word begins so; of less than four letters, in which it is there. */
export function yearsOn(shelf: Shelf, stem: string): Set<number> {
  const found = Object.entries(shelf).filter(([, words]) => ` ${words}`.includes(` ${stem}`));
  return new Set(found.flatMap(([years]) => years.split(' ').map(Number)));
}
