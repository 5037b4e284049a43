import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts } from './rich-text.ts';

/** How many pictures are several, and how many are too many to look at. */
export const galleryLimits = { least: 2, most: 30 } as const;

/** Pictures that belong together, each with its own credit. */
export const gallery = defineBox({
  schema: z.strictObject({
    type: z.literal('gallery'),
    items: z
      .array(
        z.strictObject({
          /** Id of a media document. */
          media: z.string(),
          caption: z.string().optional(),
        }),
      )
      .min(1)
      .max(galleryLimits.most),
  }),
  sample: {
    type: 'gallery',
    items: [{ media: 'hero-0', caption: 'Før' }, { media: 'hero-1' }],
  },
  plainText: ({ items }) => joinTexts(items.map(({ caption = '' }) => caption)),
  media: ({ items }) => items.map(({ media }) => media),
});
