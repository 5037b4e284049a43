import { z } from 'zod';

/** What a draft changes, field by field, each side in paragraphs. */
export const changesView = z.object({
  /** Of what: what an editor approved with a plan, what readers see, or nothing that is known. */
  since: z.enum(['approved', 'out', 'nothing']),
  changes: z.array(
    z.object({
      label: z.string(),
      before: z.array(z.string()),
      after: z.array(z.string()),
      /** What differs is how it is set: bold, a heading's level. */
      isSameWords: z.boolean(),
    }),
  ),
});

export type ChangesView = z.infer<typeof changesView>;
