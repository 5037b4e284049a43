import { z } from 'zod';

/** What somebody is quoted on, and what a reader meets just before and after it. */
export const quoteSchema = z.object({ quote: z.string(), before: z.string(), after: z.string() });
export type Quote = z.infer<typeof quoteSchema>;

/** As it is kept: with whether she saw all that the article had her say there. */
export const keptQuoteSchema = quoteSchema.extend({ isWhole: z.boolean().optional() });

/** What the panel of an article shows. */
export const quotesView = z.object({
  /** Whom it quotes, and on what, by what is saved. */
  people: z.array(z.object({ name: z.string(), quotes: z.array(quoteSchema) })),
  checks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      url: z.string(),
      until: z.string(),
      state: z.enum(['waiting', 'opened', 'answered', 'ended', 'expired']),
      isOpen: z.boolean(),
      isMailed: z.boolean(),
      quotes: z.array(
        z.object({
          quote: z.string(),
          answer: z.enum(['approved', 'commented']).nullable(),
          comment: z.string(),
          /** Approved, and not to be found like this in the article any more. */
          isChanged: z.boolean(),
        }),
      ),
      /** Sentences, the newest last. */
      log: z.array(z.object({ at: z.string(), sentence: z.string() })),
    }),
  ),
  /** What went wrong beside what was done. */
  problem: z.string(),
});

export type QuotesView = z.infer<typeof quotesView>;
