import { cleanPastedText } from './clean-pasted-text.ts';
import type { PastedBlock } from './pasted.ts';

type Table = Extract<PastedBlock, { type: 'table' }>;

/** Of a cell: its lines and paragraphs apart from each other. */
function words(node: Element | null): string {
  if (node === null) return '';
  const copy = node.cloneNode(true) as Element; // why: a copy of an element is one
  for (const end of copy.querySelectorAll('br, p, div, li')) end.after(' ');
  return cleanPastedText(copy.textContent).replace(/\s+/g, ' ').trim();
}

const isLaidOut = (table: Element) =>
  /presentation|none/.test(table.getAttribute('role') ?? '') ||
  table.querySelector('table, h1, h2, h3, h4, blockquote') !== null;
const hasCells = (table: Element) =>
  [...table.querySelectorAll('tr')].some((row) => row.querySelectorAll('td, th').length > 1);

/** A table of figures; one that only lays out a page or a mail is read like anything else. */
export const isData = (table: Element): boolean =>
  !isLaidOut(table) &&
  hasCells(table) &&
  (table.querySelector('ul, ol') === null || table.querySelector('th') !== null);

/** One whose lists leave no table of it: what is in it is read, and the rows are not. */
export const isBrokenUp = (table: Element): boolean =>
  !isData(table) && !isLaidOut(table) && hasCells(table);

const mostCovered = 30;
const covers = (cell: Element, name: 'colspan' | 'rowspan') =>
  Math.min(mostCovered, Math.max(1, Number(cell.getAttribute(name) ?? 1) || 1));

/** Its cells as they stand; one that covers several is the first of them, and the others are empty. */
export function readTable(table: Element): Table {
  const lines = [...table.querySelectorAll('tr')];
  const rows = lines.map((): (string | undefined)[] => []);
  for (const [at, line] of lines.entries()) {
    let column = 0;
    for (const cell of line.querySelectorAll('td, th')) {
      while (rows[at]?.[column] !== undefined) column += 1;
      const [wide, high] = [covers(cell, 'colspan'), covers(cell, 'rowspan')];
      for (const [down, row] of rows.slice(at, at + high).entries())
        for (let along = 0; along < wide; along++)
          row[column + along] = down === 0 && along === 0 ? words(cell) : '';
      column += wide;
    }
  }
  const [first] = lines;
  const isAllHeads = first !== undefined && first.querySelector('td') === null;
  const hasHeader = table.querySelector('thead') !== null || isAllHeads;
  const caption = words(table.querySelector('caption'));
  const whole = rows.map((row) => Array.from(row, (cell) => cell ?? ''));
  return { type: 'table', rows: whole.filter((row) => row.some(Boolean)), hasHeader, caption };
}
