import type { ListName } from '../../src/store.ts';
import type { LightArticle } from './light-article.ts';
import { relatedness } from './relatedness.ts';

/** So many older articles of the same tema are compared. */
const reach = 24;

interface Older {
  count: number;
  /** So many of a list that are older than the article, newest first, as ids. */
  older: (name: ListName, most: number) => string[];
  read: (id: string) => LightArticle | undefined;
}

/** Older articles that have most in common with this one, as ids. What is paid for is nobody's related article. */
export function findRelated(article: LightArticle, { count, older, read }: Older): string[] {
  const { series, category } = article;
  const candidates = new Map<string, LightArticle>();
  const add = (name: ListName, most: number) => {
    for (const id of older(name, most)) {
      const other = read(id);
      if (other?.marking === 'editorial') candidates.set(id, other);
    }
  };
  if (series !== null) add(`series:${series}`, count);
  if (category !== null) add(`category:${category}`, reach);
  // Too few are related: what came just before is better than an empty row.
  if (candidates.size < count) add('all', 2 * count);
  return [...candidates]
    .map(([id, other], order) => ({ id, order, score: relatedness(article, other) }))
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, count)
    .map(({ id }) => id);
}
