import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';

/** Evergreen pages, written by hand; the file name is the address. */
const pages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '*.mdx' }),
  schema: z.strictObject({ title: z.string(), description: z.string() }),
});

export const collections = { pages };
