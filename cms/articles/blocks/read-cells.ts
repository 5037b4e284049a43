import { tidyText } from '../../../content/model/tidy-text.ts';

/**
 * The rows of a table as spreadsheets copy it: a line each, tabulators between the cells, quotation marks around a cell with
 * either in it. Every row gets as many cells as the longest; rows and columns with nothing in them are left out.
 */
export function readCells(text: string): string[][] {
  const rows = [...lines(text)].map((line) =>
    line.map((cell) => tidyText(cell).replace(/\s+/g, ' ').trim()),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const whole = rows
    .filter((row) => row.some(Boolean))
    .map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const used = Array.from({ length: width }, (_, at) => whole.some((row) => row[at] !== ''));
  return whole.map((row) => row.filter((_, at) => used[at]));
}

function* lines(text: string): Generator<string[]> {
  const cell = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  let row: string[] = [];
  for (const [whole, quoted, plain = '', end] of text.matchAll(cell)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== '\t') {
      yield row;
      row = [];
    }
    if (whole === '') return;
  }
}
