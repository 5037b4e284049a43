import type { Article } from '../../../content/model/article.ts';
import type { Author, Category, Series } from '../../../content/model/documents.ts';
import { emptyPublication } from './empty-publication.ts';
import type { DocumentName, LightArticle } from './light-article.ts';
import type { DocumentStore } from './document-store.ts';
import { findTag } from './tags.ts';
import { findRelated } from './find-related.ts';
import { ListsInUse, type OnRead } from './lists-in-use.ts';
import { mapArticles } from './map-articles.ts';
import { toCard } from './to-card.ts';
import type { Card, ListName, ListPage, Store, Tag } from '../../src/store.ts';
import { calendarDay } from '../../src/typesetting/dates.ts';
import { chunkOf, pageSize, type SortedList } from './sorted-list.ts';

const norwegian = new Intl.Collator('nb');
const byName = (a: Tag, b: Tag) =>
  norwegian.compare(a.name, b.name) || norwegian.compare(a.slug, b.slug);

/** Dashes and quotation marks at the beginning of a title do not count. */
const byWords = new Intl.Collator('nb', { ignorePunctuation: true });

const newsWindow = 48 * 3_600_000;

/** The queries that pages make, over what is published; `onRead` is told of everything they read. */
export class StoreQueries implements Store {
  readonly #documents: DocumentStore;
  readonly #onRead: OnRead;
  readonly #inUse: ListsInUse;

  constructor(documents: DocumentStore, onRead: OnRead) {
    this.#documents = documents;
    this.#onRead = onRead;
    this.#inUse = new ListsInUse(documents, onRead);
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
    const article = this.#read(id);
    return article && toCard(article, this);
  }

  latest(list: ListName, count: number): Card[] {
    return this.#newestIds(list, count).flatMap((id) => this.card(id) ?? []);
  }

  listPage(name: ListName, page: number | 'newest'): ListPage | undefined {
    const list = this.#documents.list(name);
    const full = list?.fullPages ?? 0;
    if (page === 'newest') {
      this.#onRead(`list:${name}#end`, String(full));
      const ids = this.#slice(name, list, full * pageSize, list?.ids.length ?? 0);
      const cards = ids.reverse().flatMap((id) => this.card(id) ?? []);
      const total = full * pageSize + cards.length;
      return { cards, total, page, newer: undefined, older: full > 0 ? full : undefined };
    }
    this.#onRead(`list:${name}#full:${page}`, page < full ? 'more' : page === full ? 'last' : '');
    if (page < 1 || page > full) return undefined;
    const ids = this.#slice(name, list, (page - 1) * pageSize, page * pageSize);
    return {
      cards: ids.reverse().flatMap((id) => this.card(id) ?? []),
      total: undefined,
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
  file(id: string) {
    return this.#document('file', id);
  }

  categories(): Category[] {
    return this.#named('category');
  }
  allSeries(): Series[] {
    return this.#named('series');
  }
  authors(): Author[] {
    return this.#named('author');
  }

  tags(): Tag[] {
    this.#onRead('tags', '');
    return this.#documents
      .listNames()
      .filter((name) => name.startsWith('tag:') && this.#inUse.has(name))
      .flatMap((name) => findTag(this.#documents, name.slice('tag:'.length)) ?? [])
      .sort(byName);
  }

  tagBySlug(slug: string): Tag | undefined {
    const list = this.#documents.list(`tag:${slug}`);
    for (const oldest of this.#slice(`tag:${slug}`, list, 0, 1)) this.#read(oldest);
    return findTag(this.#documents, slug);
  }

  years = () => this.#inUse.years();
  months = () => this.#inUse.months();
  kinds = () => this.#inUse.kinds();
  letters = () => this.#inUse.letters();

  titles(letter: string): Tag[] {
    const list = this.#documents.list(`letter:${letter}`);
    this.#onRead(`list:letter:${letter}#end`, String(list?.ids.length ?? 0));
    return this.#slice(`letter:${letter}`, list, 0, list?.ids.length ?? 0)
      .flatMap((id) => this.#read(id) ?? [])
      .map(({ slug, title }) => ({ slug, name: title }))
      .sort((a, b) => byWords.compare(a.name, b.name) || byName(a, b));
  }

  seriesParts(seriesId: string): Card[] {
    const list = this.#documents.list(`parts:${seriesId}`);
    this.#onRead(`list:parts:${seriesId}#end`, String(list?.ids.length ?? 0));
    const ids = this.#slice(`parts:${seriesId}`, list, 0, list?.ids.length ?? 0);
    return ids.flatMap((id) => this.card(id) ?? []);
  }

  seriesNeighbours(articleId: string) {
    const none = { previous: undefined, next: undefined };
    const series = this.#read(articleId)?.series ?? null;
    const list = series === null ? undefined : this.#documents.list(`parts:${series}`);
    if (list === undefined) return none;
    const position = list.position(articleId);
    const [previous, , next] = this.#slice(list.name, list, position - 1, position + 2, articleId);
    return {
      previous: previous === undefined ? undefined : this.card(previous),
      next: next === undefined ? undefined : this.card(next),
    };
  }

  related(articleId: string, count: number): Card[] {
    const article = this.#read(articleId);
    if (article === undefined) return [];
    const older = (name: ListName, most: number) => this.#olderIds(name, articleId, most);
    const ids = findRelated(article, { count, older, read: (id) => this.#read(id) });
    return ids.flatMap((id) => this.card(id) ?? []);
  }

  sitemap() {
    this.#onRead('articles', String(this.#documents.articleChanges));
    this.#onRead('pictures', String(this.#documents.pictureChanges));
    return mapArticles(this.#documents);
  }

  today() {
    this.#onRead('hour', String(this.#documents.hour));
    return calendarDay(this.#documents.hour);
  }

  news(): Card[] {
    const list = this.#documents.list('all');
    this.#onRead('list:all#end', String(list?.ids.length ?? 0));
    this.#onRead('hour', String(this.#documents.hour));
    const limit = this.#documents.hour - newsWindow;
    const cards: Card[] = [];
    for (let index = (list?.ids.length ?? 0) - 1; index >= 0 && cards.length < 1_000; index--) {
      const [id = ''] = this.#slice('all', list, index, index + 1);
      if (Date.parse(this.#documentsAt(id)) < limit) break;
      const card = this.card(id);
      if (card !== undefined) cards.push(card);
    }
    return cards;
  }

  #documentsAt(id: string | undefined): string {
    return id === undefined ? '' : (this.#documents.get('article', id)?.document.publishedAt ?? '');
  }

  #document<T extends Exclude<DocumentName, 'article'>>(type: T, id: string) {
    const entry = this.#documents.get(type, id);
    this.#onRead(`doc:${type}:${id}`, entry?.version ?? '');
    return entry?.document;
  }

  #article(id: string, from: 'article' | 'recentArticle' = 'article'): Article | undefined {
    this.#onRead(`doc:article:${id}`, this.#documents.get('article', id)?.version ?? '');
    return this.#documents[from](id);
  }

  #idBySlug(type: DocumentName, slug: string): string | undefined {
    const id = this.#documents.idBySlug(type, slug);
    this.#onRead(`slug:${type}:${slug}`, id ?? '');
    return id;
  }

  #bySlug<T extends 'author' | 'category' | 'series'>(type: T, slug: string) {
    const id = this.#idBySlug(type, slug);
    return id === undefined ? undefined : this.#document(type, id);
  }

  #named<T extends 'author' | 'category' | 'series'>(type: T) {
    const used = this.#documents
      .all(type)
      .filter(({ id }) => this.#inUse.has(`${type}:${id}`))
      .sort(byName);
    this.#onRead('names', used.map(({ id }) => id).join());
    return used.flatMap(({ id }) => this.#document(type, id) ?? []);
  }

  #newestIds(name: ListName, count: number): string[] {
    const list = this.#documents.list(name);
    const length = list?.ids.length ?? 0;
    this.#onRead(`list:${name}#end`, '');
    return this.#slice(name, list, Math.max(0, length - count), length).reverse();
  }

  /** The nearest older articles of a list, newest first. */
  #olderIds(name: ListName, articleId: string, count: number): string[] {
    const list = this.#documents.list(name);
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
      this.#onRead(`list:${name}#${chunk}`, '');
    }
    this.#onRead(`list:${name}`, ids.join());
    return ids;
  }

  #read(id: string): LightArticle | undefined {
    const entry = this.#documents.get('article', id);
    this.#onRead(`doc:article:${id}`, entry?.cardVersion ?? '');
    return entry?.document;
  }
}
