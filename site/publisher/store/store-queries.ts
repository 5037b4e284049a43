import type { Article } from '../../../content/model/article.ts';
import type { Author, Category, Series } from '../../../content/model/documents.ts';
import { articlePath } from '../../../content/model/urls.ts';
import { emptyPublication } from './empty-publication.ts';
import type { LightArticle } from './light-article.ts';
import type { DocumentName, Published } from './document-store.ts';
import { kinship } from './relatedness.ts';
import type { Card, ListName, ListPage, Store } from '../../src/store.ts';
import { chunkOf, pageSize, type SortedList } from './sorted-list.ts';

/** Told of everything an answer rests on: a tag that `Published.apply` may touch, and the value found. */
export type Note = (tag: string, value: string) => void;

const norwegian = new Intl.Collator('nb');
const byName = (a: { name: string; id: string }, b: { name: string; id: string }) =>
  norwegian.compare(a.name, b.name) || norwegian.compare(a.id, b.id);

const newsWindow = 48 * 3_600_000;
/** So many older articles of the same tema are looked through for kinship. */
const relatedReach = 24;

/** The answers to the pages' questions, from what is published; everything read is noted. */
export class Answers implements Store {
  #published: Published;
  #note: Note;

  constructor(published: Published, note: Note) {
    this.#published = published;
    this.#note = note;
  }

  publication() {
    return this.#document('publication', 'publication') ?? emptyPublication;
  }

  frontPage() {
    const { lead, picked } = this.#document('front-page', 'front-page') ?? {
      lead: null,
      picked: [],
    };
    return {
      lead: lead === null ? undefined : this.card(lead),
      picked: picked.flatMap((id) => this.card(id) ?? []),
    };
  }

  articleBySlug(slug: string): Article | undefined {
    const id = this.#idBySlug('article', slug);
    return id === undefined ? undefined : this.#article(id);
  }

  card(id: string): Card | undefined {
    const held = this.#published.get('article', id);
    this.#note(`doc:article:${id}`, held?.cardVersion ?? '');
    return held === undefined ? undefined : this.#toCard(held.document);
  }

  latest(list: ListName, count: number): Card[] {
    return this.#newestIds(list, count).flatMap((id) => this.card(id) ?? []);
  }

  listPage(name: ListName, page: number | 'newest'): ListPage | undefined {
    const list = this.#published.list(name);
    const full = list?.fullPages ?? 0;
    if (page === 'newest') {
      this.#note(`list:${name}#end`, String(full));
      const ids = this.#slice(name, list, full * pageSize, list?.ids.length ?? 0);
      const cards = ids.reverse().flatMap((id) => this.card(id) ?? []);
      return { cards, page, newer: undefined, older: full > 0 ? full : undefined };
    }
    this.#note(`list:${name}#full:${page}`, page < full ? 'more' : page === full ? 'last' : '');
    if (page < 1 || page > full) return undefined;
    const ids = this.#slice(name, list, (page - 1) * pageSize, page * pageSize);
    return {
      cards: ids.reverse().flatMap((id) => this.card(id) ?? []),
      page,
      newer: page === full ? 'newest' : page + 1,
      older: page > 1 ? page - 1 : undefined,
    };
  }

  latestArticles(list: ListName, count: number): Article[] {
    return this.#newestIds(list, count).flatMap((id) => this.#article(id, 'recentArticle') ?? []);
  }

  author(id: string) {
    return this.#document('author', id);
  }
  authorBySlug(slug: string) {
    return this.#bySlug('author', slug);
  }
  category(id: string) {
    return this.#document('category', id);
  }
  categoryBySlug(slug: string) {
    return this.#bySlug('category', slug);
  }
  seriesById(id: string) {
    return this.#document('series', id);
  }
  seriesBySlug(slug: string) {
    return this.#bySlug('series', slug);
  }
  organisation(id: string) {
    return this.#document('organisation', id);
  }
  media(id: string) {
    return this.#document('media', id);
  }

  categories(): Category[] {
    return this.#inUse('category');
  }
  allSeries(): Series[] {
    return this.#inUse('series');
  }
  authors(): Author[] {
    return this.#inUse('author');
  }

  years(): number[] {
    const years = this.#published
      .listNames()
      .filter((name) => name.startsWith('year:') && this.#isInUse(name))
      .map((name) => Number(name.slice('year:'.length)))
      .sort((a, b) => b - a);
    this.#note('names', years.join());
    return years;
  }

  seriesParts(seriesId: string): Card[] {
    const list = this.#published.list(`parts:${seriesId}`);
    this.#note(`list:parts:${seriesId}#end`, String(list?.ids.length ?? 0));
    const ids = this.#slice(`parts:${seriesId}`, list, 0, list?.ids.length ?? 0);
    return ids.flatMap((id) => this.card(id) ?? []);
  }

  seriesNeighbours(articleId: string) {
    const none = { previous: undefined, next: undefined };
    const held = this.#published.get('article', articleId);
    this.#note(`doc:article:${articleId}`, held?.cardVersion ?? '');
    const series = held?.document.series ?? null;
    const list = series === null ? undefined : this.#published.list(`parts:${series}`);
    if (list === undefined) return none;
    const position = list.position(articleId);
    const [previous, , next] = this.#slice(list.name, list, position - 1, position + 2, articleId);
    return {
      previous: previous === undefined ? undefined : this.card(previous),
      next: next === undefined ? undefined : this.card(next),
    };
  }

  related(articleId: string, count: number): Card[] {
    const held = this.#published.get('article', articleId);
    this.#note(`doc:article:${articleId}`, held?.cardVersion ?? '');
    if (held === undefined) return [];
    const { series, category } = held.document;
    const candidates = new Set([
      ...(series === null ? [] : this.#olderIds(`series:${series}`, articleId, count)),
      ...(category === null ? [] : this.#olderIds(`category:${category}`, articleId, relatedReach)),
    ]);
    // Too few of the kin: what came just before is better than an empty row.
    if (candidates.size < count) {
      for (const id of this.#olderIds('all', articleId, count)) candidates.add(id);
    }
    const scored = [...candidates].map((id, order) => ({
      id,
      order,
      score: this.#kinship(held.document, id),
    }));
    scored.sort((a, b) => b.score - a.score || a.order - b.order);
    return scored.slice(0, count).flatMap(({ id }) => this.card(id) ?? []);
  }

  sitemap() {
    const published = this.#published;
    this.#note('articles', String(published.articleChanges));
    return {
      *[Symbol.iterator]() {
        for (const id of published.list('all')?.ids.toReversed() ?? []) {
          const article = published.get('article', id)?.document;
          if (article) yield { path: articlePath(article.slug), modifiedAt: article.modifiedAt };
        }
      },
    };
  }

  news(): Card[] {
    const list = this.#published.list('all');
    this.#note('list:all#end', String(list?.ids.length ?? 0));
    this.#note('hour', String(this.#published.hour));
    const limit = this.#published.hour - newsWindow;
    const cards: Card[] = [];
    for (let index = (list?.ids.length ?? 0) - 1; index >= 0 && cards.length < 1_000; index--) {
      const [id = ''] = this.#slice('all', list, index, index + 1);
      if (Date.parse(this.#publishedAt(id)) < limit) break;
      const card = this.card(id);
      if (card !== undefined) cards.push(card);
    }
    return cards;
  }

  #publishedAt(id: string | undefined): string {
    return id === undefined ? '' : (this.#published.get('article', id)?.document.publishedAt ?? '');
  }

  #document<T extends Exclude<DocumentName, 'article'>>(type: T, id: string) {
    const held = this.#published.get(type, id);
    this.#note(`doc:${type}:${id}`, held?.version ?? '');
    return held?.document;
  }

  #article(id: string, from: 'article' | 'recentArticle' = 'article'): Article | undefined {
    this.#note(`doc:article:${id}`, this.#published.get('article', id)?.version ?? '');
    return this.#published[from](id);
  }

  #idBySlug(type: DocumentName, slug: string): string | undefined {
    const id = this.#published.idBySlug(type, slug);
    this.#note(`slug:${type}:${slug}`, id ?? '');
    return id;
  }

  #bySlug<T extends 'author' | 'category' | 'series'>(type: T, slug: string) {
    const id = this.#idBySlug(type, slug);
    return id === undefined ? undefined : this.#document(type, id);
  }

  #inUse<T extends 'author' | 'category' | 'series'>(type: T) {
    const used = this.#published
      .all(type)
      .filter(({ id }) => this.#isInUse(`${type}:${id}`))
      .sort(byName);
    this.#note('names', used.map(({ id }) => id).join());
    return used.flatMap(({ id }) => this.#document(type, id) ?? []);
  }

  #isInUse(listName: string): boolean {
    return (this.#published.list(listName as ListName)?.ids.length ?? 0) > 0; // names of lists come from the store
  }

  #newestIds(name: ListName, count: number): string[] {
    const list = this.#published.list(name);
    const length = list?.ids.length ?? 0;
    this.#note(`list:${name}#end`, '');
    return this.#slice(name, list, Math.max(0, length - count), length).reverse();
  }

  /** The nearest older articles of a list, newest first. */
  #olderIds(name: ListName, articleId: string, count: number): string[] {
    const list = this.#published.list(name);
    if (list === undefined) return [];
    const position = list.position(articleId);
    return this.#slice(name, list, Math.max(0, position - count), position).reverse();
  }

  /** Entries `from` (may be negative) up to `to`; places outside the list are undefined when `around` is given. */
  #slice(name: string, list: SortedList | undefined, from: number, to: number): string[];
  #slice(
    name: string,
    list: SortedList,
    from: number,
    to: number,
    around: string,
  ): (string | undefined)[];
  #slice(name: string, list: SortedList | undefined, from: number, to: number, around?: string) {
    if (list === undefined) return [];
    const ids =
      around === undefined
        ? list.ids.slice(from, to)
        : Array.from({ length: to - from }, (_, index) => list.ids[from + index]);
    for (let chunk = chunkOf(Math.max(0, from)); chunk <= chunkOf(Math.max(0, to - 1)); chunk++) {
      this.#note(`list:${name}#${chunk}`, '');
    }
    this.#note(`list:${name}`, ids.join());
    return ids;
  }

  #kinship(article: LightArticle, otherId: string): number {
    const held = this.#published.get('article', otherId);
    this.#note(`doc:article:${otherId}`, held?.cardVersion ?? '');
    return held === undefined ? 0 : kinship(article, held.document);
  }

  #toCard(article: LightArticle): Card {
    const { id, slug, title, kind, lead, marking, sponsor, place, seriesNumber } = article;
    const { publishedAt, modifiedAt, interviewees, pullQuote } = article;
    return {
      ...{ id, slug, title, kind, lead, marking, sponsor, place, seriesNumber },
      ...{ publishedAt, modifiedAt, interviewees, pullQuote },
      hero: article.hero === null ? undefined : this.media(article.hero),
      category: article.category === null ? undefined : this.category(article.category),
      series: article.series === null ? undefined : this.seriesById(article.series),
      authors: article.authors.flatMap((author) => this.author(author) ?? []),
    };
  }
}
