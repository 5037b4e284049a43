import type { Card, Store } from '../../src/store.ts';
import { bylineIds, type LightArticle } from './light-article.ts';

type Names = Pick<Store, 'author' | 'category' | 'media' | 'seriesById'>;

/** What lists show of an article, with its names looked up. */
export function toCard(article: LightArticle, store: Names): Card {
  const { id, slug, title, kind, lead, marking, sponsor, place, seriesNumber } = article;
  const { publishedAt, modifiedAt, interviewees, pullQuote, leadChart } = article;
  const portrait = interviewees[0]?.portrait;
  return {
    ...{ id, slug, title, kind, lead, marking, sponsor, place, seriesNumber },
    ...{ publishedAt, modifiedAt, interviewees, pullQuote, leadChart },
    hero: article.hero === null ? undefined : store.media(article.hero),
    portrait: portrait === undefined ? undefined : store.media(portrait),
    category: article.category === null ? undefined : store.category(article.category),
    series: article.series === null ? undefined : store.seriesById(article.series),
    authors: bylineIds(article).flatMap((author) => store.author(author) ?? []),
  };
}
