import { z } from 'zod';

/** What `/api/desk/plans/<article>` says. */
export const plansSchema = z.object({
  plans: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['publish', 'unpublish']),
      at: z.string(),
      isHeld: z.boolean(),
      hasFailed: z.boolean(),
    }),
  ),
});
export type Plans = z.infer<typeof plansSchema>['plans'];
