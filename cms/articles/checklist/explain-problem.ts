import type { Block, Field } from 'payload';
import { articleBlocks } from '../blocks/article-blocks.ts';
import { text } from '../../text.ts';

/** What a field's rule says, in words that tell what to do; as it stands when it does so already. */
export const explainProblem = (message: string): string =>
  /^block node failed to validate/.test(message)
    ? explainBox(undefined, message)
    : (explainChoice(message) ?? message);

/** What the editor says of a box (`blockType`) that is not filled in: «block node failed to validate: … a, b». */
export function explainBox(blockType: unknown, message: string): string {
  const [, paths = ''] = /The following fields are invalid: (.*)/.exec(message) ?? [];
  const block = articleBlocks.find(({ slug }) => slug === blockType);
  const names = paths.split(', ').map((path) => labelOf(block ? [block] : articleBlocks, path));
  const label = block?.labels?.singular;
  return text.problems.boxUnfinished(
    typeof label === 'string' ? label : undefined,
    [...new Set(names)].join('», «'),
  );
}

/** Something was chosen that is deleted since; Payload names it by its id. */
const explainChoice = (message: string) =>
  /ugyldige utvalg/.test(message) ? text.problems.choiceGone : undefined;

/** Of `items.0.when` of a box; the innermost that has one. */
function labelOf(blocks: readonly Block[], path: string): string {
  let fields: Field[] = blocks.flatMap((block) => block.fields);
  let label = path;
  for (const name of path.split('.').filter((part) => !/^\d+$/.test(part))) {
    const field = fields.find((one) => 'name' in one && one.name === name);
    if (field !== undefined && 'label' in field && typeof field.label === 'string')
      label = field.label;
    fields = field !== undefined && 'fields' in field ? field.fields : [];
  }
  return label;
}
