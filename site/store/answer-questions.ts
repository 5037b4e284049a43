import type { Article } from '../../content/model/article.ts';
import type { DocumentType } from '../../content/model/documents.ts';
import { articlePath } from '../../content/model/urls.ts';
import type { CardRecord, InnerListName } from './card-record.ts';
import { listsOf } from './card-record.ts';
import { compareNames } from './compare-names.ts';
import { chunkOf, neighbourPages, pageRange } from './list-paging.ts';
import type { DocumentOf, PublishedIndex, SmallType } from './published-index.ts';
import type { Card, ListName, Store } from './questions.ts';
import { comparePlaces } from './sorted-list.ts';
import * as tags from './tags.ts';

export interface Sources {
  index: PublishedIndex;
  /** A document that is kept on disk. */
  read: <T extends 'article' | 'media'>(type: T, id: string) => DocumentOf<T> | undefined;
  /** Told of everything an answer was made from. */
  note: tags.Note;
}

const twoDays = 48 * 60 * 60 * 1000;

/** Answers every question of the store, noting what each answer was made from. */
export function answerQuestions({ index, read, note }: Sources): Store {
  const small = <T extends SmallType>(type: T, id: string): DocumentOf<T> | undefined => {
    note(tags.documentTag(type, id));
    return index.small(type).get(id);
  };
  const large = <T extends 'article' | 'media'>(type: T, id: string): DocumentOf<T> | undefined => {
    note(tags.documentTag(type, id));
    return read(type, id);
  };
  const idBySlug = (type: DocumentType, slug: string) => {
    note(tags.slugTag(type, slug));
    return index.slugs.find(type, slug);
  };
  const bySlug = <T extends SmallType>(type: T, slug: string): DocumentOf<T> | undefined => {
    const id = idBySlug(type, slug);
    return id === undefined ? undefined : small(type, id);
  };
  const record = (id: string): CardRecord | undefined => {
    note(tags.cardTag(id));
    return index.cards.get(id);
  };
  const toCard = ({ organisations: _, ...card }: CardRecord): Card => {
    note(tags.cardTag(card.id));
    return {
      ...card,
      hero: card.hero === null ? undefined : large('media', card.hero),
      category: card.category === null ? undefined : small('category', card.category),
      series: card.series === null ? undefined : small('series', card.series),
      authors: card.authors.flatMap((id) => small('author', id) ?? []),
    };
  };
  const optionalCard = (id: string | null | undefined): Card | undefined => {
    const found = id === null || id === undefined ? undefined : record(id);
    return found && toCard(found);
  };
  const items = (list: InnerListName): readonly CardRecord[] => index.lists.get(list)?.items ?? [];
  const newest = (list: ListName, count: number): CardRecord[] => {
    note(tags.newestTag(list));
    return items(list)
      .slice(-Math.max(1, count))
      .reverse();
  };
  /** All names of a type in Norwegian order, those that some public article uses. */
  const inUse = <T extends 'author' | 'category' | 'series'>(type: T): DocumentOf<T>[] => {
    note(tags.namesTag(type));
    return [...index.small(type).values()]
      .filter(({ id }) => items(`${type}:${id}`).length > 0)
      .toSorted(compareNames);
  };
  const partsOf = (seriesId: string): CardRecord[] => {
    note(tags.partsTag(seriesId));
    return items(`series:${seriesId}`).toSorted(compareParts);
  };
  /** The articles just before an article in a list, noted by the stretch of the list that was looked at. */
  const before = (list: InnerListName, card: CardRecord, count: number): readonly CardRecord[] => {
    const end = index.lists.get(list)?.position(card) ?? 0;
    const start = Math.max(0, end - count);
    for (let chunk = chunkOf(start); chunk <= chunkOf(end); chunk += 1) {
      note(tags.chunkTag(list, chunk));
    }
    return items(list).slice(start, end);
  };

  return {
    publication() {
      const publication = small('publication', 'publication');
      if (!publication) throw new Error('nothing is published yet: the publication has no name');
      return publication;
    },
    frontPage() {
      const frontPage = small('front-page', 'front-page');
      return {
        lead: optionalCard(frontPage?.lead),
        picked: (frontPage?.picked ?? []).flatMap((id) => optionalCard(id) ?? []),
      };
    },
    articleBySlug(slug) {
      const id = idBySlug('article', slug);
      return id === undefined ? undefined : large('article', id);
    },
    card: optionalCard,
    latest: (list, count) => newest(list, count).map(toCard),
    listPage(list, page) {
      if (page === 'newest') note(tags.newestTag(list));
      else for (const chunk of [page - 1, page, page + 1]) note(tags.chunkTag(list, chunk));
      const { length } = items(list);
      const range = pageRange(length, page);
      if (!range) return undefined;
      const cards = items(list).slice(range.start, range.end).reverse().map(toCard);
      return { cards, page, ...neighbourPages(length, page) };
    },
    latestArticles: (list, count) =>
      newest(list, count).flatMap(({ id }): Article[] => {
        const article = large('article', id);
        return article ? [article] : [];
      }),
    author: (id) => small('author', id),
    authorBySlug: (slug) => bySlug('author', slug),
    category: (id) => small('category', id),
    categoryBySlug: (slug) => bySlug('category', slug),
    seriesById: (id) => small('series', id),
    seriesBySlug: (slug) => bySlug('series', slug),
    organisation: (id) => small('organisation', id),
    media: (id) => large('media', id),
    categories: () => inUse('category'),
    allSeries: () => inUse('series'),
    authors: () => inUse('author'),
    years() {
      note(tags.yearsTag);
      return [...index.lists.entries()]
        .flatMap(([name, { items: { length } }]) =>
          name.startsWith('year:') && length > 0 ? Number(name.slice('year:'.length)) : [],
        )
        .toSorted((a, b) => b - a);
    },
    seriesParts: (seriesId) => partsOf(seriesId).map(toCard),
    seriesNeighbours(articleId) {
      const own = record(articleId);
      const parts = own && own.series !== null ? partsOf(own.series) : [];
      const position = parts.findIndex(({ id }) => id === articleId);
      const at = (index: number) => optionalCard(parts[index]?.id);
      return position < 0
        ? { previous: undefined, next: undefined }
        : { previous: at(position - 1), next: at(position + 1) };
    },
    related(articleId, count) {
      const own = record(articleId);
      if (!own) return [];
      const shared = listsOf(own).filter((list) => /^(category|series|organisation):/.test(list));
      const candidates = new Set(shared.flatMap((list) => before(list, own, count)));
      return [...candidates]
        .toSorted((a, b) => comparePlaces(b, a))
        .slice(0, count)
        .map(toCard);
    },
    sitemap() {
      note(tags.sitemapTag);
      return items('all')
        .map(({ slug, modifiedAt }) => ({ path: articlePath(slug), modifiedAt }))
        .toReversed();
    },
    news() {
      note(tags.newestTag('all'));
      const all = items('all');
      const end = Date.parse(all.at(-1)?.publishedAt ?? '');
      const first = all.findLastIndex(({ publishedAt }) => end - Date.parse(publishedAt) > twoDays);
      return all
        .slice(first + 1)
        .reverse()
        .map(toCard);
    },
  };
}

/** By number, then by date. Parts without a number stand where their date puts them: after the numbered. */
const compareParts = (a: CardRecord, b: CardRecord): number =>
  (a.seriesNumber ?? Infinity) === (b.seriesNumber ?? Infinity)
    ? comparePlaces(a, b)
    : (a.seriesNumber ?? Infinity) - (b.seriesNumber ?? Infinity);
