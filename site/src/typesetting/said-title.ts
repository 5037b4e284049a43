import type { Article } from '../../../content/model/article.ts';
import { text } from '../text.ts';
import { typeset } from '../../../content/model/typography.ts';

/** The title as it stands where nothing is beside it: in a tab, a feed, a shared link. What is paid for says so itself. */
export const saidTitle = ({ marking, title }: Pick<Article, 'marking' | 'title'>): string =>
  marking === 'editorial' ? typeset(title) : `${text.sponsor[marking]}: ${typeset(title)}`;
