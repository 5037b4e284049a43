import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts } from './rich-text.ts';

/** Figures, drawn. The first column of `rows` says what each is about, the first row what the columns are. */
export const chart = defineBox({
  schema: z.strictObject({
    type: z.literal('chart'),
    kind: z.enum(['bars', 'lines', 'shares']),
    title: z.string(),
    rows: z.array(z.array(z.string()).min(2)).min(1),
    unit: z.string().optional(),
    source: z.string(),
    /** How many were asked, when, and how. */
    note: z.string().optional(),
  }),
  sample: {
    ...{ type: 'chart', kind: 'bars', title: 'Slik vil folk ta kontakt' },
    rows: [
      ['', 'Kvinner', 'Menn'],
      ['Telefon', '45', '41'],
      ['E-post', '30', '28'],
    ],
    ...{ unit: '%', source: 'SSB', note: '1 024 spurt' },
  },
  plainText: ({ title, rows }) => joinTexts([title, rows.map((row) => row.join(' ')).join('\n')]),
});
