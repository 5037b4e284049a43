import { longDay } from '../dates.ts';
import { matchesQuery } from './matches-query.ts';

/** A result, printed as it is. `excerpt` is HTML with `<mark>` around the words that were found. */
export interface Hit {
  url: string;
  title: string;
  /** Kind and tema, in words. */
  about: string;
  excerpt: string;
}

/** Results best first; each is fetched when it is asked for. */
export type Hits = (() => Promise<Hit>)[];

interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  mergeIndex(path: string, options?: Record<string, unknown>): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<PagefindResult> }[] }>;
}

interface PagefindResult {
  url: string;
  excerpt: string;
  content: string;
  meta: Record<string, string>;
}

const lookedAt = 10;

let index: Promise<Pagefind | undefined> | undefined;

/** Searches every year at once. Rejects when the index cannot be fetched; the next search tries again. */
export async function findHits(query: string): Promise<Hits> {
  index ??= openIndex().catch((error: unknown) => {
    index = undefined;
    throw error;
  });
  const pagefind = await index;
  if (!pagefind) return [];
  const { results } = await pagefind.search(query);
  // The best results are looked at: when one of them is invented, so is everything after them.
  const first = await Promise.all(results.slice(0, lookedAt).map((result) => result.data()));
  const real = first.filter(({ content }) => matchesQuery(content, query));
  const rest = real.length === first.length ? results.slice(lookedAt) : [];
  return [
    ...real.map((result) => () => Promise.resolve(toHit(result))),
    ...rest.map((result) => async () => toHit(await result.data())),
  ];
}

/** The newest year's bundle, with the others merged into it. Undefined when nothing is published. */
async function openIndex(): Promise<Pagefind | undefined> {
  const response = await fetch('/pagefind/years.json');
  if (!response.ok) throw new Error(`years.json: ${response.status}`);
  const years = parseYears(await response.json());
  const [newest, ...older] = years;
  if (newest === undefined) return undefined;
  const address = `/pagefind/${newest}/pagefind.js`;
  // Pagefind's own bundle, made after this script: typed here by what is used of it.
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ baseUrl: '/', excerptLength: 28 });
  await Promise.all(older.map((year) => pagefind.mergeIndex(`/pagefind/${year}/`)));
  return pagefind;
}

function parseYears(value: unknown): number[] {
  if (!Array.isArray(value)) throw new TypeError('years.json is not a list');
  return value.map(Number).filter(Number.isInteger);
}

const toHit = ({ url, excerpt, meta }: PagefindResult): Hit => ({
  url,
  excerpt,
  title: meta['title'] ?? url,
  about: [meta['kind'], meta['category'], meta['date'] && longDay(meta['date'])]
    .filter(Boolean)
    .join(' · '),
});
