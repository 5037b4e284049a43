import { z } from 'zod';

/** What the admin shows on top of a mailing. Shared with the browser: no server code. */
export const mailingViewSchema = z.strictObject({
  isUnderway: z.boolean(),
  isProblem: z.boolean(),
  sentence: z.string(),
  counts: z.array(
    z.strictObject({
      label: z.string(),
      count: z.number(),
      tone: z.enum(['good', 'open', 'quiet', 'bad']),
    }),
  ),
  /** Who did not get it, or got it in vain; the first of them. */
  missed: z.array(z.strictObject({ id: z.string(), email: z.string(), why: z.string() })),
  missedInAll: z.number(),
  /** Refused by the provider: to them it can be sent again without anybody getting two. */
  refused: z.number(),
});

export type MailingView = z.infer<typeof mailingViewSchema>;
