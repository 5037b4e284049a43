import { z } from 'zod';

/** What the panel in the admin shows of an article's release. Shared with the browser: no server code. */
export const receiptSteps = [
  'saved',
  'pulled',
  'rendered',
  'verified',
  'lists',
  'feeds',
  'search',
] as const;

export const receiptViewSchema = z.strictObject({
  state: z.enum(['never-published', 'waiting', 'verified', 'problem']),
  /** The article was taken off the site: the steps are those of its removal. */
  isRemoved: z.boolean(),
  /** Whether more will come: ask again in a second. */
  isUnderway: z.boolean(),
  url: z.string().nullable(),
  /** From saved to seen on the site. */
  milliseconds: z.number().nullable(),
  problem: z.string(),
  /** What is planned for it next. */
  plan: z
    .strictObject({
      type: z.enum(['publish', 'unpublish']),
      at: z.string(),
      /** What is in the form is not what was approved, and is not what goes out. */
      hasWaitingChange: z.boolean(),
      /** What it shows and was changed since it was approved, in words. */
      changedUses: z.array(z.string()),
    })
    .nullable(),
  /** A plan that failed, and why; empty otherwise. */
  missedPlan: z.string(),
  steps: z.array(z.strictObject({ name: z.enum(receiptSteps), at: z.iso.datetime().nullable() })),
});

export type ReceiptView = z.infer<typeof receiptViewSchema>;
