import { formula } from './subscriber-file.ts';

/** What a spreadsheet would take for a formula gets an apostrophe, and so does what begins with one: both can be told apart. */
export const asCell = <Cell extends string | null>(cell: Cell): Cell | string =>
  cell !== null && formula.test(cell) ? `'${cell}` : cell;
