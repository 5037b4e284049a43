import { searchShelfPath } from '../../../content/model/urls.ts';
import { readQuery } from './search-words.ts';
import { coverSmallWords } from './small-words.ts';
import { shelfOf, shelvedAs, yearsOn, type Shelf } from './word-shelves.ts';
import { piecesOf } from './words-in-text.ts';

/**
 * Of these years, those where a text may have all words of a query, or all of its pieces: the index of another need not
 * be opened. All of them when nothing tells. Rejects when what tells cannot be fetched.
 */
export async function yearsWith(query: string, years: readonly number[]): Promise<number[]> {
  const { words, phrases } = readQuery(query);
  const ways = [[...words, ...phrases.flatMap((phrase) => phrase.split(' '))], piecesOf(query)];
  const found = await Promise.all(ways.map((way) => yearsWithAll(way, years)));
  const having = new Set(found.flat());
  return years.filter((year) => having.has(year));
}

async function yearsWithAll(words: string[], years: readonly number[]): Promise<readonly number[]> {
  let left = years;
  for (const word of new Set(words)) {
    const stem = shelvedAs(coverSmallWords(word));
    const shelf = stem === undefined ? undefined : await fetchShelf(shelfOf(stem));
    if (stem === undefined || shelf === undefined) continue;
    const having = yearsOn(shelf, stem);
    left = left.filter((year) => having.has(year));
  }
  return left;
}

/** Undefined while there is none yet. */
async function fetchShelf(number: number): Promise<Shelf | undefined> {
  const response = await fetch(searchShelfPath(number), { cache: 'no-cache' });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${searchShelfPath(number)}: ${String(response.status)}`);
  return (await response.json()) as Shelf; // why: written by our own index
}
