import { coverSmallWords } from './small-words.ts';
import { countsOf, readShelves, type Choices, type Counts, type Shelves } from './choices.ts';
import { asWhole, readQuery, type Asked as Query } from './search-words.ts';
import { readAbout, toHit, type Data, type Hit } from './to-hit.ts';
import { isExact, piecesOf, wordsOf } from './words-in-text.ts';

import { searchBundlePath, searchWordsPath, searchYearsPath } from '../../../content/model/urls.ts';

export interface Found {
  /** Best first; each is fetched when it is asked for. */
  hits: (() => Promise<Hit>)[];
  /** When no text has the words: articles with words that begin so. */
  near: (() => Promise<Hit>)[];
  /** Words that no article has. */
  unknown: string[];
  /** The oldest year that was searched, while there are older ones. */
  since: number | undefined;
}

interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  mergeIndex(path: string, options?: Record<string, unknown>): Promise<void>;
  search(query: string | null, options?: Record<string, unknown>): Promise<Results>;
  filters(): Promise<Record<string, Record<string, number>>>;
}

interface Results {
  results: Result[];
  unfilteredResultCount: number;
}

interface Result {
  id: string;
  data(): Promise<Data>;
}

/** A title weighs more than any text. */
const ranking = {
  termFrequency: 0.8,
  metaWeights: { title: 30, alike: 25, date: 0 },
};

/** «får» is not «far»: how words are typed without æ, ø and å stands in the index. */
const options = { baseUrl: '/', ranking, exactDiacritics: true };

/** So many articles are searched at once; older ones when these have nothing, or when the reader asks. */
const atOnce = 1_000;
const fullPage = 10;

interface Index {
  pagefind: Pagefind;
  /** Of what it was opened: another text says that there is another index by now. */
  years: string;
  /** Years that are not searched yet, newest first. */
  waiting: number[];
  all: number[];
  /** What the shelves told of the last query that they were asked of. */
  having?: { query: string; years: Promise<number[]> };
  /** Read when somebody looks at the choices; of the years that were open then. */
  shelves?: Promise<Shelves> | undefined;
}

interface Asked {
  choices: Choices;
  /** Whether an older year is wanted, though the newer ones have enough. */
  isDeep: boolean;
}

let index: Promise<Index | undefined> | undefined;

/**
 * Articles that have every word. Rejects when something cannot be fetched, as a hit does that is asked for: whoever
 * asks again then asks an index that is opened anew.
 */
export function find(query: string, asked: Asked): Promise<Found> {
  return orForget(async () => {
    const opened = await open();
    // Pagefind takes a part that is gone for one without hits: only an index of today may answer.
    const [found, isNew] = await Promise.allSettled([
      findIn(opened, query, asked),
      isNewer(opened),
    ]);
    if (isNew.status === 'fulfilled' && isNew.value) {
      index = undefined;
      return findIn(await open(), query, asked);
    }
    if (found.status === 'fulfilled') return found.value;
    throw found.reason;
  });
}

/** Opens the index anew: the open one may name files that are gone. */
async function orForget<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    index = undefined;
    throw error;
  }
}

async function findIn(opened: Index | undefined, query: string, asked: Asked): Promise<Found> {
  const read = readQuery(query);
  const nothing = { hits: [], near: [], unknown: [], since: undefined };
  const isChosen = Object.keys(asked.choices).length > 0;
  const isAsked = read.words.length + read.phrases.length > 0;
  if (!opened || (!isAsked && !isChosen)) return nothing;
  let older: number[] | undefined;
  for (let isDeeper = asked.isDeep; ; isDeeper = true) {
    if (isDeeper) {
      const having = await yearsHaving(query, opened);
      older ??= opened.waiting.filter((year) => having.includes(year));
      const year = older.shift();
      if (year !== undefined) await searchAlso(opened, year);
    }
    const { hits, near, words, unknown } = await (isAsked
      ? searchAnyWay(opened, query, read, asked.choices)
      : browse(opened.pagefind, asked.choices));
    const wanted = asked.isDeep ? fullPage : 1;
    const [next] = older ?? opened.waiting;
    if (hits.length < wanted && next !== undefined) continue;
    const show = (result: Result) => () => orForget(async () => toHit(await result.data(), words));
    const since = next === undefined ? undefined : next + 1;
    return { hits: hits.map(show), near: near.map(show), unknown, since };
  }
}

/** What can be chosen, and how much each leaves of what is found. Rejects as `find` does. */
export function findChoices(query: string, choices: Choices): Promise<Counts> {
  return orForget(async () => {
    const opened = await open();
    if (!opened) return {};
    const read = readQuery(query);
    const isAsked = read.words.length + read.phrases.length > 0;
    opened.shelves ??= readShelves(opened.pagefind);
    const [{ hits, near }, shelves] = await Promise.all([
      isAsked ? searchAnyWay(opened, query, read, {}) : browse(opened.pagefind, {}),
      opened.shelves,
    ]);
    const found = (hits.length > 0 ? hits : near).map(({ id }) => id);
    return countsOf(found, shelves, choices);
  });
}

/** Everything of a year, a tema, an author: newest first. */
async function browse(pagefind: Pagefind, choices: Choices) {
  const { results } = await pagefind.search(null, { filters: choices, sort: { date: 'desc' } });
  return { hits: results, near: [], words: [], unknown: [] };
}

/** What has signs in it, as it stands; where nothing has that, its pieces, as whole words. */
async function searchAnyWay(opened: Index, query: string, asked: Query, choices: Choices) {
  const found = await search(opened, query, asked, choices);
  const pieces = piecesOf(query);
  const isOther = asked.phrases.length === 0 && pieces.length > 0 && hasOther(pieces, asked.words);
  if (found.hits.length > 0 || !isOther) return found;
  const inPieces = await search(opened, query, { words: pieces, phrases: [] }, choices);
  if (inPieces.hits.length === 0) return found;
  return {
    ...inPieces,
    words: pieces.map((each) => (asked.words.includes(each) ? each : asWhole(each))),
  };
}

const hasOther = (some: string[], others: string[]) => some.join(' ') !== others.join(' ');

/** Asked in quotes, a word has to be there; without, Pagefind ranks, and answers with what begins alike. */
async function search(
  opened: Index,
  query: string,
  { words: single, phrases }: Query,
  choices: Choices,
) {
  const { pagefind } = opened;
  const words = [...single, ...phrases.flatMap((phrase) => phrase.split(' '))];
  const asked = { filters: choices };
  const [ranked, ...exact] = await Promise.all([
    pagefind.search(coverSmallWords(words.join(' ')), asked),
    ...[...single, ...phrases].map((each) => pagefind.search(`"${coverSmallWords(each)}"`, asked)),
  ]);
  const having = exact.map(({ results }) => new Set(results.map(({ id }) => id)));
  const hits = ranked.results.filter(({ id }) => having.every((ids) => ids.has(id)));
  const unknown = single.filter((_, index) => exact[index]?.unfilteredResultCount === 0);
  // What has signs in it is no beginning of anything.
  if (hits.length > 0 || phrases.length > 0 || words.some(isExact))
    return { hits, near: [], words, unknown };
  const isBegun = (await yearsHaving(query, opened)).some((year) => !opened.waiting.includes(year));
  const candidates = await Promise.all(
    ranked.results
      .slice(0, isBegun ? fullPage : 0)
      .map(async (result) => ({ result, data: await result.data() })),
  );
  const near = candidates.filter(({ data }) => beginsAll(data, words));
  return { hits, near: near.map(({ result }) => result), words, unknown };
}

function beginsAll({ content, meta }: Data, words: string[]) {
  const all = ` ${wordsOf(`${readAbout(meta).title ?? ''} ${content}`).join(' ')}`;
  return words.every((word) => word.length >= 3 && all.includes(` ${word}`));
}

/** Years, open or not, where all words of a query may stand or begin. */
function yearsHaving(query: string, opened: Index): Promise<number[]> {
  if (opened.having?.query !== query)
    opened.having = {
      query,
      years: import('./years-with.ts').then(({ yearsWith }) => yearsWith(query, opened.all)),
    };
  return opened.having.years;
}

async function open(): Promise<Index | undefined> {
  index ??= openIndex();
  const opened = await index;
  if (opened === undefined) index = undefined; // the first article may be published meanwhile
  return opened;
}

/** The newest years' bundles. Undefined when nothing is published. */
async function openIndex(): Promise<Index | undefined> {
  const text = await fetchYears();
  const years = parseYears(JSON.parse(text));
  const [newest] = years;
  if (newest === undefined) return undefined;
  const address = `${searchBundlePath(newest.year)}pagefind.js`;
  // Pagefind's own bundle, made after this script: typed here by what is used of it.
  const { createInstance } = (await import(/* @vite-ignore */ address)) as {
    createInstance(options: Record<string, unknown>): Pagefind;
  };
  const pagefind = createInstance({ ...options, noWorker: true });
  // Rejects when the newest year could not be opened. To merge others into it would wait for ever.
  await pagefind.options({ ranking });
  let articles = 0;
  const first = years.filter(({ count }) => (articles += count) <= atOnce);
  const all = years.map(({ year }) => year);
  const opened: Index = { pagefind, years: text, waiting: all.slice(1), all };
  for (const { year } of first) if (year !== newest.year) await searchAlso(opened, year);
  return opened;
}

async function isNewer(opened: Index | undefined): Promise<boolean> {
  return opened !== undefined && opened.years !== (await fetchYears());
}

async function fetchYears(): Promise<string> {
  const response = await fetch(searchYearsPath, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`years.json: ${response.status}`);
  return response.text();
}

async function searchAlso(opened: Index, year: number): Promise<void> {
  await opened.pagefind.mergeIndex(searchBundlePath(year), options);
  opened.waiting = opened.waiting.filter((each) => each !== year);
  opened.shelves = undefined;
}

function parseYears(value: unknown): { year: number; count: number }[] {
  if (!Array.isArray(value)) throw new TypeError('years.json is not a list');
  return value.map(([year, count]: [unknown, unknown]) => ({
    year: Number(year),
    count: Number(count),
  }));
}

/** The publication's own words, the commonest first; fetched only for a search that may be misspelled. */
export async function fetchWords(): Promise<string[]> {
  const response = await fetch(searchWordsPath, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`words.txt: ${response.status}`);
  return (await response.text()).split(' ');
}
