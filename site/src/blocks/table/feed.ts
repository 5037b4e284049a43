import { escapeHtml } from '../../../../content/model/markup.ts';
import { typeset } from '../../../../content/model/typography.ts';
import { text } from '../../text.ts';
import type { FeedBox } from '../feed-box.ts';

export const table: FeedBox<'table'> = ({ caption, headerRow, headerColumn, rows, source }) => {
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      const tag = (headerRow && at === 0) || (headerColumn && column === 0) ? 'th' : 'td';
      return `<${tag}>${escaped(cell)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const title = caption ? `<caption>${escaped(caption)}</caption>` : '';
  const from = source ? `<p>${text.article.source} ${escaped(source)}</p>` : '';
  return `<table>${title}<tbody>${lines.join('')}</tbody></table>${from}`;
};

const escaped = (words: string) => escapeHtml(typeset(words));
