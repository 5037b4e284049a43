import { z } from 'zod';
import { defineBox } from './define-box.ts';
import { joinTexts } from './rich-text.ts';

const chapterSchema = z.strictObject({
  /** Where it begins, in seconds. */
  at: z.number().int().min(0),
  title: z.string(),
});
export type Chapter = z.infer<typeof chapterSchema>;

/** Something to hear: a file of ours, and what is said in it for whoever reads. */
export const sound = defineBox({
  schema: z.strictObject({
    type: z.literal('sound'),
    /** Id of a file. */
    file: z.string(),
    title: z.string(),
    transcript: z.string().optional(),
    /** In their order. */
    chapters: z.array(chapterSchema).optional(),
  }),
  sample: { type: 'sound', file: 'file-1', title: 'Lyden av en kø', transcript: 'Noen sukker.' },
  plainText: ({ title, transcript = '', chapters = [] }) =>
    joinTexts([title, ...chapters.map((each) => each.title), transcript]),
  files: ({ file }) => [file],
});
