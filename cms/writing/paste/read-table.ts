import { cleanPastedText } from './clean-pasted-text.ts';
import type { PastedBlock } from './pasted.ts';

type Table = Extract<PastedBlock, { type: 'table' }>;

const words = (node: Element | null): string => cleanPastedText(node?.textContent ?? '').trim();

/** A table of figures; one that only lays out a page or a mail is read like anything else. */
export function isData(table: Element): boolean {
  if (/presentation|none/.test(table.getAttribute('role') ?? '')) return false;
  if (table.querySelector('table, h1, h2, h3, h4, ul, ol, blockquote') !== null) return false;
  const rows = [...table.querySelectorAll('tr')];
  return rows.some((row) => row.querySelectorAll('td, th').length > 1);
}

/** Its cells as they stand; one that covers several is the first of them, and the others are empty. */
export function readTable(table: Element): Table {
  const lines = [...table.querySelectorAll('tr')];
  const rows = lines.map((line) =>
    [...line.querySelectorAll('td, th')].flatMap((cell) => {
      const covered = Math.min(20, Number(cell.getAttribute('colspan') ?? 1) || 1);
      return [words(cell), ...Array<string>(covered - 1).fill('')];
    }),
  );
  const [first] = lines;
  const isAllHeads = first !== undefined && first.querySelector('td') === null;
  const hasHeader = table.querySelector('thead') !== null || isAllHeads;
  const caption = words(table.querySelector('caption'));
  return { type: 'table', rows: rows.filter((row) => row.some(Boolean)), hasHeader, caption };
}
