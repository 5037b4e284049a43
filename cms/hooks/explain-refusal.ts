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
 * Payload's own message for a refused save only names the fields, and autosave soon wipes the marks on them.
 * This one says what is missing and what to do; the admin shows it as it stands.
 */
export const explainRefusal: AfterErrorHook = ({ result }) => {
  const parsed = refusal.safeParse(result);
  const problems = parsed.data?.errors[0]?.data.errors ?? [];
  if (problems.length === 0) return undefined;
  const sentences = problems.map(({ label, message }) =>
    label ? `${label}: ${message}` : message,
  );
  return { response: { ...result, message: sentences.join('\n') } };
};
