import type { Article } from '../../content/model/article.ts';
import { year } from '../dates.ts';
import type { Card, ListName } from './questions.ts';

/** What is kept in memory of an article: its card with ids in place of documents, and where it belongs. */
export type CardRecord = Omit<Card, 'hero' | 'category' | 'series' | 'authors'> &
  Pick<Article, 'hero' | 'category' | 'series' | 'authors'> & {
    /** Every organisation it has to do with, for `related`. */
    organisations: string[];
  };

export function toCardRecord(article: Article): CardRecord {
  const pullQuote = article.body.find((block) => block.type === 'pullQuote');
  const interviewed = article.interviewees.flatMap(({ organisation }) => organisation ?? []);
  return {
    id: article.id,
    slug: article.slug,
    title: article.title,
    kind: article.kind,
    lead: article.lead,
    marking: article.marking,
    sponsor: article.sponsor,
    place: article.place,
    seriesNumber: article.seriesNumber,
    publishedAt: article.publishedAt,
    modifiedAt: article.modifiedAt,
    interviewees: article.interviewees,
    pullQuote: pullQuote?.quote,
    hero: article.hero,
    category: article.category,
    series: article.series,
    authors: article.authors,
    organisations: [...new Set([...article.organisations, ...interviewed])].toSorted(),
  };
}

/** Lists no reader sees, only `related`. */
export type InnerListName = ListName | `organisation:${string}`;

/** Every list an article is on. */
export const listsOf = (record: CardRecord): InnerListName[] => [
  'all',
  `kind:${record.kind}`,
  ...(record.category === null ? [] : [`category:${record.category}` as const]),
  ...(record.series === null ? [] : [`series:${record.series}` as const]),
  ...[...new Set(record.authors)].map((id) => `author:${id}` as const),
  `year:${year(record.publishedAt)}`,
  ...record.organisations.map((id) => `organisation:${id}` as const),
];
