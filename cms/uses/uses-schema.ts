import { z } from 'zod';

/** Where a document is shown, as panels are told. */
export const usesSchema = z.array(
  z.object({
    collection: z.enum(['articles', 'authors']),
    id: z.string(),
    title: z.string(),
    isPublished: z.boolean(),
  }),
);
export type Use = z.infer<typeof usesSchema>[number];
