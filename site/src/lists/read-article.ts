import type { Article } from '../../../content/model/article.ts';
import type { Author, Category, Media, Series } from '../../../content/model/documents.ts';
import { disclosuresOf } from '../../../content/model/disclosures.ts';
import type { Store } from '../store.ts';

/** An article with everything its page prints, looked up. */
export interface ArticleReading {
  article: Article;
  /** None of what is paid for: whoever paid stands behind it. */
  authors: Author[];
  category: Category | undefined;
  series: Series | undefined;
  hero: Media | undefined;
  disclosures: string[];
}

export function readArticle(article: Article, store: Store): ArticleReading {
  return {
    article,
    authors:
      article.marking === 'editorial'
        ? article.authors.flatMap((id) => store.author(id) ?? [])
        : [],
    category: found(article.category, (id) => store.category(id)),
    series: found(article.series, (id) => store.seriesById(id)),
    hero: found(article.hero, (id) => store.media(id)),
    disclosures: disclosuresOf(article, store),
  };
}

const found = <T>(id: string | null, find: (id: string) => T | undefined) =>
  id === null ? undefined : find(id);
