import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts } from './rich-text.ts';

/** A film: a file of ours, or one that lies elsewhere. Nothing of that is loaded: it opens where it lies. */
export const film = defineBox({
  schema: z.strictObject({
    type: z.literal('film'),
    url: z.url({ protocol: /^https?$/ }).optional(),
    /** Id of a file; counts more than an address. */
    file: z.string().optional(),
    /** Id of a file of captions; they belong to a film of ours. */
    captions: z.string().optional(),
    /** Media id of a still. */
    poster: z.string().optional(),
    caption: z.string().optional(),
    credit: z.string().optional(),
  }),
  sample: { type: 'film', url: 'https://vimeo.com/1', caption: 'En dag ved skranken' },
  plainText: ({ caption = '' }) => joinTexts([caption]),
  media: ({ poster }) => (poster === undefined ? [] : [poster]),
  files: ({ file, captions }) => [file, captions].filter((id) => id !== undefined),
});
