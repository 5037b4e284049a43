import { z } from 'zod';
import { defineBox } from './define-box.ts';

export const image = defineBox({
  schema: z.strictObject({
    type: z.literal('image'),
    /** Id of a media document. */
    media: z.string(),
    caption: z.string().optional(),
    credit: z.string().optional(),
  }),
  sample: { type: 'image', media: 'hero-0', caption: 'På jobb' },
  plainText: ({ caption = '' }) => caption,
  media: ({ media }) => [media],
});
