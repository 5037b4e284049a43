import { articleBlocks } from '../blocks/article-blocks.ts';
import { text } from '../../text.ts';

/** What a field's rule says, in words that tell what to do; as it stands when it does so already. */
export const explainProblem = (message: string): string =>
  explainNode(message) ?? explainChoice(message) ?? message;

/** What the editor says of a box that is not filled in: «block node failed to validate: … a, b». */
function explainNode(message: string): string | undefined {
  const [found, paths = ''] =
    /^block node failed to validate: (?:The following fields are invalid: (.*))?/.exec(message) ??
    [];
  if (found === undefined) return undefined;
  return text.problems.boxUnfinished(paths.split(', ').map(labelOf).join(', '));
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
