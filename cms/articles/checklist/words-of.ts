import type { Article } from '../../../content/model/article.ts';
import { blocksToPlainText } from '../../../content/model/blocks/plain-text.ts';

/** Everything there is to read, but pull quotes. */
export const wordsOf = ({ title, lead, body }: Pick<Article, 'title' | 'lead' | 'body'>): string =>
  `${title}\n${lead}\n${blocksToPlainText(body)}`;
