import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts } from './rich-text.ts';

/** Which cells say what the others are about. */
export const tableHeads = ['row', 'column', 'both', 'none'] as const;

/** Whether a cell, by its place, is one of them. */
export const isHeadCell = (head: (typeof tableHeads)[number], row: number, column: number) =>
  (row === 0 && (head === 'row' || head === 'both')) ||
  (column === 0 && (head === 'column' || head === 'both'));

/** Figures or words in rows and columns. Every row has as many cells as the first. */
export const table = defineBox({
  schema: z.strictObject({
    type: z.literal('table'),
    caption: z.string().optional(),
    head: z.enum(tableHeads),
    rows: z.array(z.array(z.string()).min(1)).min(1),
    source: z.string().optional(),
  }),
  sample: {
    ...{ type: 'table', caption: 'Ventetid', head: 'row' },
    rows: [
      ['Luke', 'Minutter'],
      ['Nord', '12'],
    ],
    source: 'SSB',
  },
  plainText: ({ caption = '', rows }) =>
    joinTexts([caption, rows.map((row) => row.join(' ')).join('\n')]),
});
