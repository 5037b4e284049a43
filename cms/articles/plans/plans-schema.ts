import { z } from 'zod';
import { formatMinute } from '../../shared/format-times.ts';
import { planText } from './text.ts';

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

/** What is planned, and when. */
export function describePlan({ type, at, isHeld, hasFailed }: Plans[number]): string {
  if (isHeld) return planText.dialogue.isHeld;
  const { types, failedPlan } = planText.dialogue;
  const time = formatMinute(at, new Date());
  return `${types[type]} ${time}${hasFailed ? ` – ${failedPlan}` : ''}`;
}
