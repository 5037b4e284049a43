import { z } from 'zod';

/** What the panel in the admin shows of an article's mail. Shared with the browser: no server code. */
export const articleMailSchema = z.strictObject({
  /** Whether more will come: ask again soon. */
  isUnderway: z.boolean(),
  /** How many would get an alert now. */
  readers: z.number(),
  mailings: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      isProblem: z.boolean(),
      /** How far it has come, or why it does not go on. */
      sentence: z.string(),
      counts: z.array(z.strictObject({ label: z.string(), count: z.number() })),
    }),
  ),
  /** Corrections that are on the site and may be mailed to those who got the alert. */
  corrections: z.array(z.strictObject({ id: z.string(), text: z.string(), receivers: z.number() })),
});

export type ArticleMail = z.infer<typeof articleMailSchema>;
