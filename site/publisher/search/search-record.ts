import type { PagefindIndex } from 'pagefind';
import type { Article } from '../../../content/model/article.ts';
import {
  articlePath,
  authorPath,
  categoryPath,
  seriesPath,
  tagPath,
} from '../../../content/model/urls.ts';
import type { About } from '../../src/search/about.ts';
import { headlineJoints } from '../../src/text/mark-joints.ts';
import { joints } from '../norwegian/joints.ts';
import { partWord, signedWords } from '../../src/search/words-in-text.ts';
import { text } from '../../src/text.ts';
import { year } from '../../src/typesetting/dates.ts';
import { typeset } from '../../../content/model/typography.ts';
import { seriesMark } from '../../src/typesetting/series-mark.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { bylineIds } from '../store/light-article.ts';
import { findTag, tagSlugs } from '../store/tags.ts';
import { alsoFoundBy, forIndex, readText, relatedTo } from './indexed-text.ts';

/** What takes its time to find out of an article. */
export interface FoundBy {
  /** What is read: shown, and indexed. */
  read: string;
  /** Title and names, as they are written. */
  names: string[];
  /** What it is found by besides: indexed, never shown. */
  others: string;
  /** What its title is found by, besides its own words. */
  alike: string;
}

export function foundBy(article: Article, published: DocumentStore): FoundBy {
  const { authors, series } = pagesOf(article, published);
  const { seriesNumber, sponsor, place } = article;
  const names = [
    ...[...authors, ...series].map(({ name }) => name),
    ...article.tags,
    ...[labelOf(article), isPaid(article) ? (sponsor ?? '') : '', place ?? ''],
    ...(seriesNumber === null ? [] : [partWord(seriesNumber), String(seriesNumber)]),
    String(year(article.publishedAt)),
  ];
  const read = readText(article);
  return {
    ...{ read, names: [article.title, ...names], others: alsoFoundBy(article.title, names, read) },
    alike: [...signedWords(article.title), ...relatedTo(article.title)].join(' '),
  };
}

/** Changes with everything that is indexed of an article. */
export function indexedVersion(published: DocumentStore, id: string): string {
  const held = published.get('article', id);
  const { category = null, authors = [], series = null } = held?.document ?? {};
  return [
    ...[id, held?.version],
    category === null ? '' : published.get('category', category)?.version,
    series === null ? '' : published.get('series', series)?.version,
    ...authors.map((author) => published.get('author', author)?.version),
  ].join();
}

type SearchRecord = Parameters<PagefindIndex['addCustomRecord']>[0];

/** An article as Pagefind takes it. */
export function searchRecord(
  article: Article,
  published: DocumentStore,
  { read, others, alike }: FoundBy,
): SearchRecord {
  const { authors, category } = pagesOf(article, published);
  // In one piece: a year is chosen, not asked for.
  const date = article.publishedAt.slice(0, 10).replaceAll('-', '');
  return {
    url: articlePath(article.slug),
    language: 'nb',
    content: `${forIndex(read)} ${others}`,
    // Found as if they stood in the title: a title weighs more than the text.
    meta: { title: forIndex(article.title), alike, date },
    sort: { date },
    filters: {
      kind: [labelOf(article)],
      year: [String(year(article.publishedAt))],
      category: category.map(({ name }) => name),
      author: authors.map(({ name }) => name),
    },
  };
}

/** What a result shows besides title and text. Not for Pagefind, which would find it, too. */
export function aboutOf(article: Article, published: DocumentStore): About {
  const { authors, series, category, tags } = pagesOf(article, published);
  const title = typeset(article.title);
  const breaks = headlineJoints(title, joints);
  return {
    title,
    joints: Object.keys(breaks).length === 0 ? undefined : breaks,
    payer: isPaid(article)
      ? text.sponsor.paidBy(article.sponsor || text.sponsor.unnamed)
      : undefined,
    mark: seriesMark(article.seriesNumber, article.place),
    authors: authors.map(({ name }) => name),
    pages: [...authors, ...series, ...category, ...tags].map(({ name, path }) => [name, path]),
  };
}

const isPaid = ({ marking }: Article) => marking !== 'editorial';

const labelOf = ({ marking, kind }: Article) =>
  marking === 'editorial' ? text.kindNames[kind] : text.sponsor[marking];

interface NamedPage {
  name: string;
  path: string;
}

/** The pages that an article stands on: its tema, its series, who wrote it, its tags. */
function pagesOf(
  article: Article,
  published: DocumentStore,
): Record<'category' | 'series' | 'authors' | 'tags', NamedPage[]> {
  const find = (
    type: 'category' | 'series' | 'author',
    ids: readonly (string | null)[],
    toPath: (slug: string) => string,
  ) =>
    ids.flatMap((id) => {
      const found = id === null ? undefined : published.get(type, id)?.document;
      return found === undefined ? [] : [{ name: found.name, path: toPath(found.slug) }];
    });
  return {
    category: find('category', [article.category], categoryPath),
    series: find('series', [article.series], seriesPath),
    authors: find('author', bylineIds(article), authorPath),
    tags: tagSlugs(article).flatMap((slug) => {
      const tag = findTag(published, slug);
      return tag === undefined ? [] : [{ name: tag.name, path: tagPath(slug) }];
    }),
  };
}
