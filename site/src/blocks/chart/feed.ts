import { escapeHtml } from '../../../../content/model/markup.ts';
import { isHeader } from '../../../../content/model/blocks/chart-data.ts';
import { typeset } from '../../../../content/model/typography.ts';
import { text } from '../../text.ts';
import type { FeedBox } from '../feed-box.ts';

/** Its figures as a table: feed readers draw nothing. */
export const chart: FeedBox<'chart'> = ({ title, rows, unit, source, note }) => {
  const hasHeader = isHeader(rows[0] ?? []);
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      const tag = (hasHeader && at === 0) || column === 0 ? 'th' : 'td';
      return `<${tag}>${escaped(cell)}</${tag}>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const caption = unit ? `${title} (${unit})` : title;
  const from = `${text.article.source} ${source}${note ? ` · ${note}` : ''}`;
  return `<table><caption>${escaped(caption)}</caption><tbody>${lines.join('')}</tbody></table><p>${escaped(from)}</p>`;
};

const escaped = (words: string) => escapeHtml(typeset(words));
