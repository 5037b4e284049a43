import { escapeHtml } from '../../../../content/model/markup.ts';
import { typeset } from '../../../../content/model/typography.ts';
import type { FeedBox } from '../feed-box.ts';

/** One that repeats the text is left out: it would be read twice. */
export const pullQuote: FeedBox<'pullQuote'> = ({ quote, attribution }, { words }) => {
  if (words().includes(quote.trim())) return '';
  const by = attribution ? `<footer>${escapeHtml(typeset(attribution))}</footer>` : '';
  return `<blockquote><p>${escapeHtml(typeset(quote))}</p>${by}</blockquote>`;
};
