import { z } from 'zod';
import { defineBox } from './define-box.ts';

/** A report, a letter, a form: to be opened. */
export const document = defineBox({
  schema: z.strictObject({
    type: z.literal('document'),
    /** Id of a file. */
    file: z.string(),
    title: z.string(),
  }),
  sample: { type: 'document', file: 'file-1', title: 'Hele rapporten' },
  plainText: ({ title }) => title,
  files: ({ file }) => [file],
});
