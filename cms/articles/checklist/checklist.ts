import { z } from 'zod';

/** What the panel is told of an article, in the words it shows. */
export const checklistSchema = z.object({
  items: z.array(
    z.object({
      /** The same problem has the same key at each look. */
      key: z.string(),
      /** `stop`: it cannot be published like this; `warn`: worth a look. */
      level: z.enum(['stop', 'warn']),
      sentence: z.string(),
      /** Name of the field where it is mended. */
      field: z.string(),
      /** A value that would mend it, and the words on the button. */
      proposal: z
        .object({
          field: z.string(),
          value: z.union([z.number(), z.array(z.string())]),
          label: z.string(),
        })
        .nullable(),
    }),
  ),
  /** `612 ord · 3 minutters lesetid`. */
  figures: z.string(),
});

/** Item of a publication that does not say who owns it, or who answers for it: mended beside the article, not in it. */
export const mastheadKey = 'masthead';

export type Checklist = z.infer<typeof checklistSchema>;
export type ChecklistItem = Checklist['items'][number];
