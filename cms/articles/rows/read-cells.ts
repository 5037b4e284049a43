import { readRows } from './read-rows.ts';

/**
 * The rows of a table as spreadsheets copy it: a line each, tabulators between the cells, quotation marks around a cell with
 * either in it.
 */
export const readCells = (text: string): string[][] => readRows([...lines(text)]);

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
