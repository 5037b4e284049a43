import type { AfterErrorHook } from 'payload';
import { z } from 'zod';

const refusal = z.object({
  errors: z
    .array(
      z.object({
        data: z.object({
          errors: z.array(z.object({ label: z.string().optional(), message: z.string() })).min(1),
        }),
      }),
    )
    .min(1),
});

/**
 * Payload's own message for a refused save only names the fields. Editors read what is missing and what to
 * do, since the admin shows this message longer than the marks on the fields.
 */
export const explainRefusal: AfterErrorHook = ({ result }) => {
  const parsed = refusal.safeParse(result);
  if (!parsed.success) return undefined;
  const [first, ...rest] = parsed.data.errors;
  const message = (first?.data.errors ?? [])
    .map((each) => (each.label ? `${each.label}: ${each.message}` : each.message))
    .join(' ');
  return { response: { ...result, errors: [{ ...result?.errors?.[0], message }, ...rest] } };
};
