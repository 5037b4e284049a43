import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts } from './rich-text.ts';

/** Figures or words in rows and columns. Every row has as many cells as the first. */
export const table = defineBox({
  schema: z.strictObject({
    type: z.literal('table'),
    caption: z.string().optional(),
    /** Which cells say what the others are about. */
    headerRow: z.boolean(),
    headerColumn: z.boolean(),
    rows: z.array(z.array(z.string()).min(1)).min(1),
    source: z.string().optional(),
  }),
  sample: {
    ...{ type: 'table', caption: 'Ventetid', headerRow: true, headerColumn: false },
    rows: [
      ['Luke', 'Minutter'],
      ['Nord', '12'],
    ],
    source: 'SSB',
  },
  plainText: ({ caption = '', rows }) =>
    joinTexts([caption, rows.map((row) => row.join(' ')).join('\n')]),
});
