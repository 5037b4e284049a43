import type { BoxOf } from '../../content/model/blocks/blocks.ts';
import type { Article, ArticleKind } from '../../content/model/article.ts';
import type {
  Author,
  Category,
  Media,
  Organisation,
  Publication,
  Series,
  StoredFile,
} from '../../content/model/documents.ts';

/** What a list shows of an article, with its names already looked up. */
export type Card = Pick<
  Article,
  | 'id'
  | 'slug'
  | 'title'
  | 'kind'
  | 'lead'
  | 'marking'
  | 'sponsor'
  | 'place'
  | 'seriesNumber'
  | 'publishedAt'
  | 'modifiedAt'
> & {
  hero: Media | undefined;
  category: Category | undefined;
  series: Series | undefined;
  authors: Author[];
  interviewees: Article['interviewees'];
  /** Of the first who is interviewed, where she has one. */
  portrait: Media | undefined;
  /** First pull quote of the body, if there is one: interviews are announced with it. */
  pullQuote: string | undefined;
  /** What the article begins with, when that is a chart. */
  leadChart?: BoxOf<'chart'> | undefined;
};

/** A list of articles, newest first. Names are stable: pages, feeds and the store share them. */
export type ListName =
  | 'all'
  | `kind:${ArticleKind}`
  | `category:${string}`
  | `series:${string}`
  | `author:${string}`
  | `tag:${string}`
  | `year:${number}`
  /** `2026-03` */
  | `month:${string}`
  /** One of `typesetting/letters.ts`: what the title begins with. */
  | `letter:${string}`;

export interface Tag {
  slug: string;
  name: string;
}

/**
 * One page of a list. `newest` has the list's own address; older pages are numbered from the oldest (1)
 * so that a full page keeps its content for ever. `newer` is a page number, or `newest`.
 */
export interface ListPage {
  cards: Card[];
  /** How many there are in all; said on the newest page alone, for a full page keeps its content. */
  total: number | undefined;
  page: number | 'newest';
  newer: number | 'newest' | undefined;
  older: number | undefined;
}

/**
 * The queries that pages make of what is published, as `Astro.locals.store`. The publisher records each query and
 * what it read while a page renders, and so knows what to render again. Query only what the page shows: a broader
 * query means more pages rendered again.
 */
export interface Store {
  publication(): Publication;
  /** What the editors picked for the front page; articles that are not public are left out. */
  frontPage(): { lead: Card | undefined; picked: Card[] };

  articleBySlug(slug: string): Article | undefined;
  /** Card by article id; undefined when the article is not public. */
  card(id: string): Card | undefined;
  /** The newest cards of a list. */
  latest(list: ListName, count: number): Card[];
  /** One page of a list; undefined when there is no such page. An empty list has an empty newest page. */
  listPage(list: ListName, page: number | 'newest'): ListPage | undefined;
  /** The newest articles of a list with their bodies, for feeds. */
  latestArticles(list: ListName, count: number): Article[];

  author(id: string): Author | undefined;
  authorBySlug(slug: string): Author | undefined;
  category(id: string): Category | undefined;
  categoryBySlug(slug: string): Category | undefined;
  seriesById(id: string): Series | undefined;
  seriesBySlug(slug: string): Series | undefined;
  organisation(id: string): Organisation | undefined;
  media(id: string): Media | undefined;
  /** A film, a sound or a document. */
  file(id: string): StoredFile | undefined;

  /** All of them by name (Norwegian order); only those with at least one public article. */
  categories(): Category[];
  allSeries(): Series[];
  authors(): Author[];
  /** Every tag in use, by name, as the oldest article that carries it spells it. */
  tags(): Tag[];
  tagBySlug(slug: string): Tag | undefined;
  /** Years with public articles, newest first. */
  years(): number[];
  /** Months with public articles (`2026-03`), newest first, with how many there are. */
  months(): { month: string; count: number }[];
  /** Kinds of which there are public articles. */
  kinds(): ArticleKind[];
  /** Letters that titles of public articles begin with, in the order of the alphabet. */
  letters(): string[];
  /** Every article whose title begins with a letter, by title. */
  titles(letter: string): Tag[];

  /** All parts of a series by number, then by date. */
  seriesParts(seriesId: string): Card[];
  /** The part before and after an article in its series. */
  seriesNeighbours(articleId: string): { previous: Card | undefined; next: Card | undefined };
  /** Up to `count` older articles that share series, tema or organisations: stable when new ones arrive. */
  related(articleId: string, count: number): Card[];

  /** Every public article's path, time of change and picture, newest first: sitemaps only. Read when it is walked. */
  sitemap(): Iterable<{ path: string; modifiedAt: string; hero: Media | undefined }>;
  /** The day it is in Norway, as `calendarDay` has it: a page that asks is rendered again when the day is over. */
  today(): string;
  /** Cards published in the last 48 hours, to the hour, for the news sitemap. */
  news(): Card[];
}
