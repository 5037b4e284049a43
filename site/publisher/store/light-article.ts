import { hash } from 'node:crypto';
import type { Article } from '../../../content/model/article.ts';

/** An article in memory: all but its body, which stays on disk until a page asks for it. */
export type LightArticle = Omit<Article, 'body'> & { pullQuote: string | undefined };

/** Names a text: equal digests, equal texts. */
export const digest = (text: string) => hash('sha1', text, 'base64').slice(0, 14);

/** All that decides which lists an article stands in, and where. */
export const listKey = (article: LightArticle | Article | undefined): string | undefined =>
  article === undefined
    ? undefined
    : JSON.stringify([
        ...[article.publishedAt, article.kind, article.category, article.series],
        ...[article.seriesNumber, bylineIds(article)],
      ]);

/** Whose article it is, as ids of authors: what is paid for is nobody's but the payer's. */
export const bylineIds = ({ marking, authors }: Pick<Article, 'marking' | 'authors'>): string[] =>
  marking === 'editorial' ? authors : [];

/** The article without its body. */
export function withoutBody({ body, ...article }: Article): LightArticle {
  const quote = body.find((block) => block.type === 'pullQuote');
  return { ...article, pullQuote: quote?.quote };
}

/** Changes of the text alone leave every list as it is. */
export function cardDigest({ revision: _revision, ...shown }: LightArticle): string {
  return digest(JSON.stringify(shown));
}
