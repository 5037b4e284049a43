import { z } from 'zod';
import { defineBox } from './define-box.ts';

/** A sentence lifted out of the text, which has it too. */
export const pullQuote = defineBox({
  schema: z.strictObject({
    type: z.literal('pullQuote'),
    quote: z.string(),
    attribution: z.string().optional(),
  }),
  sample: { type: 'pullQuote', quote: 'Vi ringer tilbake', attribution: 'Kari' },
  plainText: () => '',
});
