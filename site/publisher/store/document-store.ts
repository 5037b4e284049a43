import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Article } from '../../../content/model/article.ts';
import { changeSchema, type Change } from '../../../content/model/documents.ts';
import { DocumentFile, keyOf } from './document-file.ts';
import {
  cardDigest,
  digest,
  withoutBody,
  listKey,
  listNames,
  type DocumentName,
  type Documents,
  type LightArticle,
} from './light-article.ts';
import type { ListName } from '../../src/store.ts';
import { namesTag, tagsIn } from './tags.ts';
import { SortedList } from './sorted-list.ts';

interface Entry<T> {
  document: T;
  /** Digest of the whole document. */
  version: string;
  /** Digest of what lists show of it; the same as `version` for all but articles. */
  cardVersion: string;
}

/** Whole articles kept in memory: more than all feeds of one release show. */
const recentLimit = 200;

/** Parsed by the schema when it was taken over, and the schema is still the same. */
const trusted = (json: string): Change => JSON.parse(json) as Change;

/** Names the shape of the documents: another shape, another name. */
const model = hash(
  'sha1',
  JSON.stringify(z.toJSONSchema(changeSchema, { unrepresentable: 'any', io: 'input' })),
);

/**
 * What is published: light documents and sorted lists in memory, bodies in the `DocumentFile`. `apply` returns
 * the keys it touched: `doc:<type>:<id>`, `articles`, `slug:<type>:<slug>`, `list:<name>#…`, `names`, `tags`.
 */
export class DocumentStore {
  #file: DocumentFile;
  #entry = new Map<DocumentName, Map<string, Entry<Documents[DocumentName]>>>();
  #slugs = new Map<string, string>();
  #lists = new Map<string, SortedList>();
  #removed = new Map<string, string>();
  /** Slugs of all tags that ever had an article. */
  #tags: Set<string>;
  #recent = new Map<string, Article>();
  /** The hour it is (ms since 1970), for what grows old by itself; see `sync-loop.ts`. */
  hour = hourOf(Date.now());
  /** Counts changes: results from an earlier count may be out of date. */
  generation = 0;
  /** Counts changes of articles, for the one query that reads all of them. */
  articleChanges = 0;
  /** The same of pictures. */
  pictureChanges = 0;

  constructor(file: string) {
    this.#file = new DocumentFile(file);
    this.#tags = new Set(this.#file.tags());
    const isCurrent = this.#file.state('model') === model;
    for (const { json } of this.#file.rows()) {
      const change = isCurrent ? trusted(json) : changeSchema.safeParse(JSON.parse(json)).data;
      if (change) this.#load(change, json);
    }
    for (const list of this.#lists.values()) list.sort();
    // Documents of an older model are pulled again; those that no longer fit are left out until then.
    if (!isCurrent) this.#file.startOver(model);
  }

  cursor(): string | null {
    return this.#file.cursor();
  }

  /** Takes over changes and the cursor in one transaction. Returns the keys whose value changed. */
  apply(changes: readonly Change[], cursor: string | null): Set<string> {
    const touched = new Set<string>();
    const rows = new Map<string, string | null>();
    for (const change of changes) {
      const json = JSON.stringify(change);
      rows.set(keyOf(change), json);
      if (change.type === 'removed') rows.set(`${change.of}:${change.id}`, null);
      else rows.set(`removed:${change.type}:${change.document.id}`, null);
    }
    const tags = changes.flatMap(tagsIn);
    this.#file.save(
      [...rows].map(([key, json]) => ({ key, json })),
      cursor,
      tags.filter((slug) => !this.#tags.has(slug)),
    );
    for (const slug of tags) this.#tags.add(slug);
    this.generation += 1;
    for (const change of changes) this.#apply(change, JSON.stringify(change), touched);
    return touched;
  }

  /** Ends a full pull: drops every document it did not bring, and takes over its cursor. */
  keepOnly(keys: ReadonlySet<string>, cursor: string): Set<string> {
    this.generation += 1;
    const touched = new Set<string>();
    const stale = this.#file.keys().filter((key) => !keys.has(key));
    this.#file.save(
      stale.map((key) => ({ key, json: null })),
      cursor,
    );
    for (const key of stale) {
      const [type = '', ...rest] = key.split(':');
      if (type === 'removed') this.#removed.delete(rest.join(':'));
      else this.#drop(type as DocumentName, rest.join(':'), touched); // keys are made by keyOf
    }
    return touched;
  }

  get<T extends DocumentName>(type: T, id: string): Entry<Documents[T]> | undefined {
    // why: the map under `type` only ever holds documents of that type.
    return this.#entry.get(type)?.get(id) as Entry<Documents[T]> | undefined;
  }

  all<T extends DocumentName>(type: T): Documents[T][] {
    return [...(this.#entry.get(type)?.values() ?? [])].map(
      ({ document }) => document as Documents[T], // as above
    );
  }

  idBySlug(type: DocumentName, slug: string): string | undefined {
    return this.#slugs.get(`${type}:${slug}`);
  }

  list(name: ListName | `parts:${string}`): SortedList | undefined {
    return this.#lists.get(name);
  }

  listNames(): string[] {
    return [...this.#lists.keys()];
  }

  /** Slugs of tags that nothing carries any more. */
  emptiedTags(): string[] {
    return [...this.#tags].filter((slug) => !this.#lists.get(`tag:${slug}`)?.ids.length);
  }

  /** Paths that once were articles and are not any more. */
  removedPaths(): string[] {
    return [...this.#removed.values()].filter((path) => path !== '');
  }

  /** The whole article, from disk. */
  article(id: string): Article | undefined {
    const json = this.#file.json(`article:${id}`);
    if (json === undefined) return undefined;
    // why: parsed by the schema when it was taken over; parsing again at each render would cost more than it.
    return (JSON.parse(json) as { document: Article }).document;
  }

  /** The same for feeds, which show the newest articles again and again: the last ones are kept. */
  recentArticle(id: string): Article | undefined {
    const article = this.#recent.get(id) ?? this.article(id);
    if (this.#recent.size >= recentLimit) this.#recent.clear();
    if (article !== undefined) this.#recent.set(id, article);
    return article;
  }

  close(): void {
    this.#file.close();
  }

  /** At the start: as `#apply`, without keys, and the lists are sorted once at the end. */
  #load(change: Change, json: string): void {
    if (change.type === 'removed') {
      this.#removed.set(`${change.of}:${change.id}`, change.path ?? '');
      return;
    }
    const { type } = change;
    const { id } = change.document;
    this.#hold(change, digest(json));
    const slug = this.#slugOf(type, id);
    if (slug !== undefined) this.#slugs.set(slug, id);
    const article = type === 'article' ? this.get('article', id)?.document : undefined;
    for (const list of article === undefined ? [] : this.#listsOf(article)) list.ids.push(id);
  }

  #apply(change: Change, json: string, touched: Set<string>): void {
    if (change.type === 'removed') {
      this.#drop(change.of, change.id, touched);
      this.#removed.set(`${change.of}:${change.id}`, change.path ?? '');
      touched.add('removed');
      return;
    }
    const { type } = change;
    const { id } = change.document;
    const version = digest(json);
    const before = this.get(type, id);
    if (before?.version === version) return;
    const keepsPlace =
      change.type === 'article' &&
      listKey(this.get('article', id)?.document) === listKey(change.document);
    this.#drop(type, id, touched, keepsPlace);
    if (this.#removed.delete(`${type}:${id}`)) touched.add('removed');
    this.#hold(change, version);
    this.#index(type, id, touched, keepsPlace);
  }

  #hold(change: Exclude<Change, { type: 'removed' }>, version: string): void {
    const document = change.type === 'article' ? withoutBody(change.document) : change.document;
    const cardVersion = change.type === 'article' ? cardDigest(document as LightArticle) : version; // lightened above
    const entry = this.#entry.get(change.type) ?? new Map<string, Entry<Documents[DocumentName]>>();
    entry.set(change.document.id, { document, version, cardVersion });
    this.#entry.set(change.type, entry);
  }

  /** `keepsPlace`: what comes instead stands at the same places in the same lists. */
  #drop(type: DocumentName, id: string, touched: Set<string>, keepsPlace = false): void {
    if (this.get(type, id) === undefined) return;
    this.#touch(type, id, touched);
    const article = type === 'article' ? this.get('article', id)?.document : undefined;
    for (const list of article === undefined || keepsPlace ? [] : this.#listsOf(article)) {
      if (namesTag(list, id)) touched.add('tags');
      list.remove(id, touched);
    }
    if (type === 'article') this.#recent.delete(id);
    const slug = this.#slugOf(type, id);
    if (slug !== undefined && this.#slugs.get(slug) === id) this.#slugs.delete(slug);
    this.#entry.get(type)?.delete(id);
  }

  #index(type: DocumentName, id: string, touched: Set<string>, keepsPlace: boolean): void {
    this.#touch(type, id, touched);
    const slug = this.#slugOf(type, id);
    if (slug !== undefined) this.#slugs.set(slug, id);
    const article = type === 'article' ? this.get('article', id)?.document : undefined;
    for (const list of article === undefined || keepsPlace ? [] : this.#listsOf(article)) {
      list.insert(id, touched);
      if (namesTag(list, id)) touched.add('tags');
    }
  }

  #touch(type: DocumentName, id: string, touched: Set<string>): void {
    touched.add(`doc:${type}:${id}`);
    if (type === 'article') {
      touched.add('articles');
      this.articleChanges += 1;
    }
    if (type === 'media' || type === 'file') {
      touched.add('pictures');
      this.pictureChanges += 1;
    }
    const slug = this.#slugOf(type, id);
    if (slug !== undefined) touched.add(`slug:${slug}`);
    if (type === 'redirect') touched.add('redirects');
    if (type !== 'article' && slug !== undefined) touched.add('names');
  }

  #slugOf(type: DocumentName, id: string): string | undefined {
    const document = this.get(type, id)?.document;
    return document !== undefined && 'slug' in document ? `${type}:${document.slug}` : undefined;
  }

  #listsOf(article: LightArticle): SortedList[] {
    const names = listNames(article).map((name) => this.#listNamed(name, this.#byDate));
    const parts =
      article.series === null ? [] : [this.#listNamed(`parts:${article.series}`, this.#byNumber)];
    return [...names, ...parts];
  }

  #listNamed(name: string, compare: (a: string, b: string) => number): SortedList {
    const list = this.#lists.get(name) ?? new SortedList(name, compare);
    this.#lists.set(name, list);
    return list;
  }

  #byDate = (a: string, b: string): number =>
    compareText(this.#publishedAt(a), this.#publishedAt(b)) || compareText(a, b);

  #byNumber = (a: string, b: string): number =>
    this.#number(a) - this.#number(b) || this.#byDate(a, b);

  #publishedAt = (id: string) => this.get('article', id)?.document.publishedAt ?? '';
  #number = (id: string) =>
    this.get('article', id)?.document.seriesNumber ?? Number.MAX_SAFE_INTEGER;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export const hourOf = (time: number) => time - (time % 3_600_000);
