import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { safeHref } from './rich-text.ts';

/** What a reader may do now: one button that leads to an address, or to an e-mail. */
export const callToAction = defineBox({
  schema: z.strictObject({
    type: z.literal('callToAction'),
    text: z.string(),
    url: safeHref,
  }),
  sample: { type: 'callToAction', text: 'Meld deg på', url: 'https://avis.example/kurs' },
  plainText: ({ text }) => text,
});
