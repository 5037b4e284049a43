import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts } from './rich-text.ts';

/** Something to hear: a file of ours, and what is said in it for whoever reads. */
export const sound = defineBox({
  schema: z.strictObject({
    type: z.literal('sound'),
    /** Id of a file. */
    file: z.string(),
    title: z.string(),
    transcript: z.string().optional(),
  }),
  sample: { type: 'sound', file: 'file-1', title: 'Lyden av en kø', transcript: 'Noen sukker.' },
  plainText: ({ title, transcript = '' }) => joinTexts([title, transcript]),
  files: ({ file }) => [file],
});
