import { expect, test } from 'vitest';
import { readCells } from './read-cells.ts';

test.each([
  [
    'a spreadsheet’s rows',
    'År\tMinutter\r\n2025\t12\r\n',
    [
      ['År', 'Minutter'],
      ['2025', '12'],
    ],
  ],
  [
    'a cell with a line and a quotation mark in it',
    '"to\nlinjer ""her"""\tb',
    [['to linjer "her"', 'b']],
  ],
  ['an inch is no quotation', '5" skjerm\tja', [['5" skjerm', 'ja']]],
  [
    'short rows are filled up, empty ones and empty columns left out',
    'a\t\tb\n\n\t\t\nc',
    [
      ['a', 'b'],
      ['c', ''],
    ],
  ],
  ['nothing', ' \n\t', []],
])('%s', (_, text, expected) => {
  expect(readCells(text)).toEqual(expected);
});
