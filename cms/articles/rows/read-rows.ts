import { tidyText } from '../../../content/model/tidy-text.ts';

/**
 * The rows of a table as a field keeps them, an array of arrays of words. Every row gets as many cells as the longest; rows
 * and columns with nothing in them are left out. What is no table has none.
 */
export function readRows(value: unknown): string[][] {
  const rows = (Array.isArray(value) ? value : []).map((row: unknown) =>
    (Array.isArray(row) ? row : []).map(readCell),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const whole = rows
    .filter((row) => row.some(Boolean))
    .map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const used = Array.from({ length: width }, (_, at) => whole.some((row) => row[at] !== ''));
  return whole.map((row) => row.filter((_, at) => used[at]));
}

const readCell = (cell: unknown): string =>
  typeof cell === 'string' || typeof cell === 'number'
    ? tidyText(String(cell)).replace(/\s+/g, ' ').trim()
    : '';
