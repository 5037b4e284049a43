import { z } from 'zod';
import { defineBox } from './define-box.ts';

export const articleLink = defineBox({
  schema: z.strictObject({ type: z.literal('articleLink'), article: z.string() }),
  sample: { type: 'articleLink', article: 'a0' },
  plainText: () => '',
  articles: ({ article }) => [article],
});
