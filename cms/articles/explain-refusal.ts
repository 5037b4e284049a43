import type { AfterErrorHook } from 'payload';
import { z } from 'zod';
import { savedFromField } from './releases/bookkeeping.ts';
import { explainProblem } from './checklist/explain-problem.ts';
import { text } from '../text.ts';

const refusal = z.object({
  errors: z
    .array(
      z.object({
        data: z.object({
          errors: z
            .array(
              z.object({
                label: z.string().optional(),
                message: z.string(),
                path: z.string().optional(),
              }),
            )
            .min(1),
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
  // «Tekst > Bilde: …» repeats what is said of the box.
  const problems = (parsed.data?.errors[0]?.data.errors ?? []).filter(
    ({ label }, _index, all) =>
      !all.some((other) => other.path === 'body' && label?.startsWith(`${other.label} > `)),
  );
  // Shown at its own field, with what can be done about it.
  if (problems.some(({ path }) => path === savedFromField)) return undefined;
  if (problems.length === 0) return undefined;
  const sentences = problems.flatMap(({ label, message }) =>
    explainProblem(message)
      .split('\n')
      .map((sentence) => (label ? `${label}: ${sentence}` : sentence)),
  );
  return { response: { ...result, message: sentences.join('\n') } };
};

/** A draft skips Payload's check of what it points at; the database's refusal is an answer, not a failure. */
export const explainMissing: AfterErrorHook = ({ error }) =>
  isMissing(error)
    ? { response: { errors: [{ message: text.problems.choiceGone }] }, status: 400 }
    : undefined;

/** SQLite knows no row of that id; MongoDB sees that it is none of its ids. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'BSONError' || /FOREIGN KEY constraint failed/.test(error.message))
    return true;
  return isMissing(error.cause);
}
