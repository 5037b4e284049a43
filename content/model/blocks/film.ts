import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts } from './rich-text.ts';

/** A film that lies elsewhere, or a file of ours. Nothing of the one elsewhere is loaded: it opens where it lies. */
export const film = defineBox({
  schema: z.strictObject({
    type: z.literal('film'),
    url: z.url({ protocol: /^https?$/ }),
    /** Media id of a still. */
    poster: z.string().optional(),
    caption: z.string().optional(),
    credit: z.string().optional(),
  }),
  sample: { type: 'film', url: 'https://vimeo.com/1', caption: 'En dag ved skranken' },
  plainText: ({ caption = '' }) => joinTexts([caption]),
  media: ({ poster }) => (poster === undefined ? [] : [poster]),
});
