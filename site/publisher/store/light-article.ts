import { hash } from 'node:crypto';
import type { Article } from '../../../content/model/article.ts';
import type {
  Author,
  Category,
  FrontPage,
  Media,
  Organisation,
  Publication,
  Redirect,
  Series,
  StoredFile,
} from '../../../content/model/documents.ts';
import { leadChartOf, type BoxOf } from '../../../content/model/blocks/blocks.ts';
import type { ListName } from '../../src/store.ts';
import { letterOf } from '../../src/typesetting/letters.ts';
import { monthOf, year } from '../../src/typesetting/dates.ts';
import { tagSlugs } from './tags.ts';

/** An article in memory: all but its body, which stays on disk until a page asks for it. */
export type LightArticle = Omit<Article, 'body'> & {
  pullQuote: string | undefined;
  leadChart?: BoxOf<'chart'>;
};

/** What the store holds, by its type. */
export interface Documents {
  article: LightArticle;
  author: Author;
  category: Category;
  series: Series;
  organisation: Organisation;
  media: Media;
  file: StoredFile;
  publication: Publication;
  'front-page': FrontPage;
  redirect: Redirect;
}
/** Names of the types. */
export type DocumentName = keyof Documents;

/** Names a text: equal digests, equal texts. */
export const digest = (text: string) => hash('sha1', text, 'base64').slice(0, 14);

/** All that decides which lists an article stands in, and where. */
export const listKey = (article: LightArticle | Article | undefined): string | undefined =>
  article === undefined
    ? undefined
    : JSON.stringify([
        ...[article.publishedAt, article.kind, article.category, article.series],
        ...[article.seriesNumber, bylineIds(article), article.tags, letterOf(article.title)],
      ]);

/** Whose article it is, as ids of authors: what is paid for is nobody's but the payer's. */
export const bylineIds = ({ marking, authors }: Pick<Article, 'marking' | 'authors'>): string[] =>
  marking === 'editorial' ? authors : [];

/** The lists an article stands in by its date. */
export const listNames = (article: LightArticle): ListName[] => [
  ...(['all', `kind:${article.kind}`, `year:${year(article.publishedAt)}`] as const),
  ...([`month:${monthOf(article.publishedAt)}`, `letter:${letterOf(article.title)}`] as const),
  ...(article.category === null ? [] : [`category:${article.category}` as const]),
  ...(article.series === null ? [] : [`series:${article.series}` as const]),
  ...[...new Set(bylineIds(article))].map((author) => `author:${author}` as const),
  ...tagSlugs(article).map((slug) => `tag:${slug}` as const),
];

/** The article without its body. */
export function withoutBody({ body, ...article }: Article): LightArticle {
  const quote = body.find((block) => block.type === 'pullQuote');
  const chart = leadChartOf(body);
  return { ...article, pullQuote: quote?.quote, ...(chart && { leadChart: chart }) };
}

/** Changes of the text alone leave every list as it is. */
export function cardDigest({ revision: _revision, ...shown }: LightArticle): string {
  return digest(JSON.stringify(shown));
}
