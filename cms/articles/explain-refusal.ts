import type { AfterErrorHook } from 'payload';
import { z } from 'zod';
import { savedFromField } from './releases/bookkeeping.ts';
import { articleBlocks } from './blocks/article-blocks.ts';
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
      !all.some((other) => explainNode(other.message) && label?.startsWith(`${other.label} > `)),
  );
  // Shown at its own field, with what can be done about it.
  if (problems.some(({ path }) => path === savedFromField)) return undefined;
  if (problems.length === 0) return undefined;
  const sentences = problems.map(({ label, message }) => {
    const sentence = explainNode(message) ?? explainChoice(message) ?? message;
    return label ? `${label}: ${sentence}` : sentence;
  });
  return { response: { ...result, message: sentences.join('\n') } };
};

/** What the editor says of a box or link that is not filled in: «block node failed to validate: … a, b». */
function explainNode(message: string): string | undefined {
  const [, node, paths] =
    /^(\w+) node failed to validate: (?:The following fields are invalid: (.*))?/.exec(message) ??
    [];
  if (node === undefined) return undefined;
  if (node !== 'block') return text.problems.linkUnfinished;
  return text.problems.boxUnfinished((paths ?? '').split(', ').map(labelOf).join(', '));
}

/** Something was chosen that is deleted since; Payload names it by its id. */
const explainChoice = (message: string) =>
  /ugyldige utvalg/.test(message) ? text.problems.choiceGone : undefined;

const labelOf = (path: string): string => {
  const name = path.split('.').at(-1);
  const fields = articleBlocks.flatMap((block) => block.fields);
  const field = fields.find((one) => 'name' in one && one.name === name);
  return field !== undefined && 'label' in field && typeof field.label === 'string'
    ? field.label
    : path;
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
