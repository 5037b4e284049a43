import { z } from 'zod';

/** What a tab hears while an article is open in it. */
export const hereViewSchema = z.object({
  /** Who else has it open, each once; her own other tabs too. */
  others: z.array(z.object({ name: z.string(), isMe: z.boolean() })),
  newest: z.object({
    /** ISO 8601 UTC. */
    updatedAt: z.string(),
    /** Whether this tab saved it. */
    isMine: z.boolean(),
    /** Who saved it, while she is still there. */
    by: z.string().nullable(),
    /** Who saved it is the one who asks, in another tab. */
    isMe: z.boolean(),
  }),
});
export type HereView = z.infer<typeof hereViewSchema>;

/** A tab tells so often that it is there; in ms. */
export const tellsEvery = 3_000;
