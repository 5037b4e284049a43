import type { DocumentType, Published } from '../../content/model/documents.ts';
import { listsOf, toCardRecord, type CardRecord, type InnerListName } from './card-record.ts';
import { digest } from './digest.ts';
import { SlugIndex } from './slug-index.ts';
import { SortedList } from './sorted-list.ts';
import {
  cardTag,
  documentTag,
  namesTag,
  partsTag,
  sitemapTag,
  slugTag,
  yearsTag,
  type Tag,
} from './tags.ts';

/** Documents small and few enough to be kept in memory. Articles and media stay on disk. */
export type SmallType = Exclude<DocumentType, 'article' | 'media'>;
export type DocumentOf<T extends DocumentType> = Extract<Published, { type: T }>['document'];

/**
 * What the questions need in memory: light cards in sorted lists, small documents, slugs. Remembers the tags of
 * what changed. The same documents give the same index, in whatever order they came.
 */
export class PublishedIndex {
  readonly cards = new Map<string, CardRecord>();
  readonly lists = new Map<InnerListName, SortedList<CardRecord>>();
  readonly slugs = new SlugIndex();
  readonly #small = new Map<SmallType, Map<string, Published['document']>>();
  readonly #touched = new Set<Tag>();
  readonly #changedLists = new Set<InnerListName>();

  small<T extends SmallType>(type: T): ReadonlyMap<string, DocumentOf<T>> {
    // put() files every document under its own type
    return (this.#small.get(type) ?? new Map()) as ReadonlyMap<string, DocumentOf<T>>;
  }

  put({ type, document }: Published): void {
    this.#touched.add(documentTag(type, document.id));
    if (type === 'article') {
      this.#setCard(document.id, toCardRecord(document));
    } else if (type !== 'media') {
      const documents = this.#small.get(type) ?? new Map<string, Published['document']>();
      this.#small.set(type, documents.set(document.id, document));
      this.#setSlug(type, document.id, 'slug' in document ? document.slug : undefined);
      this.#touched.add(namesTag(type));
    }
  }

  remove(type: DocumentType, id: string): void {
    this.#touched.add(documentTag(type, id));
    if (type === 'article') {
      this.#setCard(id, undefined);
    } else if (type !== 'media') {
      this.#small.get(type)?.delete(id);
      this.#setSlug(type, id, undefined);
      this.#touched.add(namesTag(type));
    }
  }

  /** Tags of all that changed since the last call. */
  takeTouched(): Set<Tag> {
    for (const name of this.#changedLists) {
      const list = this.lists.get(name);
      for (const tag of list?.takeTouched(name) ?? []) this.#touched.add(tag);
      if (list?.items.length === 0) this.lists.delete(name);
    }
    this.#changedLists.clear();
    const touched = new Set(this.#touched);
    this.#touched.clear();
    return touched;
  }

  #setCard(id: string, record: CardRecord | undefined): void {
    const before = this.cards.get(id);
    if (before && record && digest(before) === digest(record)) return;
    this.#touched.add(cardTag(id)).add(sitemapTag);
    for (const card of [before, record]) {
      if (card && card.series !== null) this.#touched.add(partsTag(card.series));
    }
    this.#setSlug('article', id, record?.slug);
    if (record) this.cards.set(id, record);
    else this.cards.delete(id);
    this.#moveInLists(before, record);
  }

  #moveInLists(before: CardRecord | undefined, after: CardRecord | undefined): void {
    const from = new Set(before ? listsOf(before) : []);
    const to = new Set(after ? listsOf(after) : []);
    const staysInPlace = before?.publishedAt === after?.publishedAt;
    for (const name of from.union(to)) {
      const list = this.#list(name);
      if (staysInPlace && after && from.has(name) && to.has(name)) {
        list.swap(after);
        continue;
      }
      this.#changedLists.add(name);
      const wasEmpty = list.items.length === 0;
      if (before && from.has(name)) list.remove(before);
      if (after && to.has(name)) list.add(after);
      if (wasEmpty || list.items.length === 0) this.#touchUse(name);
    }
  }

  /** A list that gets its first article, or loses its last, changes which names and years there are. */
  #touchUse(name: InnerListName): void {
    const type = name.slice(0, name.indexOf(':'));
    if (type === 'year') this.#touched.add(yearsTag);
    if (type === 'category' || type === 'series' || type === 'author') {
      this.#touched.add(namesTag(type));
    }
  }

  #list(name: InnerListName): SortedList<CardRecord> {
    const list = this.lists.get(name) ?? new SortedList<CardRecord>();
    this.lists.set(name, list);
    return list;
  }

  #setSlug(type: DocumentType, id: string, slug: string | undefined): void {
    for (const changed of this.slugs.set(type, id, slug)) this.#touched.add(slugTag(type, changed));
  }
}
