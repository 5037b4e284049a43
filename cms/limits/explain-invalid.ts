import type { AfterErrorHook } from 'payload';
import { z } from 'zod';

const refusal = z.object({
  errors: z
    .array(
      z.object({ data: z.object({ errors: z.array(z.object({ message: z.string() })).min(1) }) }),
    )
    .min(1),
});

/**
 * Payload's own message for fields that were refused only names them, and some in English. The sentences of the fields say what
 * to do; an article's are told by its own `explainRefusal`.
 */
export const explainInvalid: AfterErrorHook = ({ result, collection }) => {
  const refused = refusal.safeParse(result).data?.errors[0]?.data.errors;
  if (refused === undefined || collection?.slug === 'articles') return undefined;
  const message = [...new Set(refused.map((each) => each.message))].join('\n');
  return { response: { ...result, message } };
};
