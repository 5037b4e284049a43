import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts } from './rich-text.ts';

/** A film or a sound that lies elsewhere. Nothing of it is loaded: it opens where it lies. */
export const film = defineBox({
  schema: z.strictObject({
    type: z.literal('film'),
    address: z.url({ protocol: /^https?$/ }),
    title: z.string().optional(),
    /** Media id of a still. */
    still: z.string().optional(),
  }),
  sample: { type: 'film', address: 'https://vimeo.com/1', title: 'En dag ved skranken' },
  plainText: ({ title = '' }) => joinTexts([title]),
  media: ({ still }) => (still === undefined ? [] : [still]),
});
