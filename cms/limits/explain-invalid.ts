import type { AfterErrorHook } from 'payload';
import { z } from 'zod';
import { text } from './text.ts';

const refusal = z.object({
  errors: z
    .array(
      z.object({
        data: z.object({
          errors: z.array(z.object({ message: z.string(), label: z.string().optional() })).min(1),
        }),
      }),
    )
    .min(1),
});

/**
 * Payload's own message for fields that were refused only names them, and some in English. The sentences of the fields say what
 * to do; an article's are told by its own `explainRefusal`. The form marks the fields only of an answer without a
 * `message`, and then makes a list of what follows a colon: a sentence that has one stays whole, and goes without marks.
 */
export const explainInvalid: AfterErrorHook = ({ result, collection, req }) => {
  const refused = refusal.safeParse(result).data?.errors[0]?.data.errors;
  if (refused === undefined || collection?.slug === 'articles') return undefined;
  const sentences = [...new Set(refused.map(sentenceOf(req.t('validation:required'))))];
  if (sentences.some((each) => each.includes(':')))
    return { response: { ...result, message: sentences.join('\n') } };
  const errors = result?.errors?.map((each) => ({ ...each, message: sentences.join(' ') }));
  return { response: { ...result, errors } };
};

/** «Fyll ut dette feltet» says not which. */
const sentenceOf =
  (required: string) =>
  ({ message, label }: { message: string; label?: string | undefined }): string =>
    message === required && label !== undefined ? text.missing(label) : message;
