import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts } from './rich-text.ts';

/** What happened, in its order; `when` is a year, a day, a clock time: as it is written. */
export const timeline = defineBox({
  schema: z.strictObject({
    type: z.literal('timeline'),
    title: z.string().optional(),
    items: z.array(z.strictObject({ when: z.string(), text: z.string() })).min(1),
  }),
  sample: {
    ...{ type: 'timeline', title: 'Saken så langt' },
    items: [{ when: 'I mars', text: 'Den første klagen kommer.' }],
  },
  plainText: ({ title = '', items }) =>
    joinTexts([title, ...items.map(({ when, text }) => `${when}: ${text}`)]),
  isSection: true,
});
