import { z } from 'zod';

/** What the panel of an account shows of who is logged in; times are ISO 8601. */
export const sessionsView = z.object({
  sessions: z.array(
    z.object({ id: z.string(), since: z.string(), until: z.string(), isThis: z.boolean() }),
  ),
});
export type SessionsView = z.infer<typeof sessionsView>;
