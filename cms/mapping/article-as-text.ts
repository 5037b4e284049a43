import { boxTypes } from '../../content/model/blocks/blocks.ts';
import { cmsBoxes } from '../articles/blocks/registry.ts';

/** Title, lead and body of an article as plain text, to be pasted elsewhere. `data` is what the form holds. */
export function articleAsText(data: Record<string, unknown>): string {
  const body = data['body'] as { root?: Node } | undefined; // why: the text editor's own state
  return [asString(data['title']), asString(data['lead']), ...blocksOf(body?.root)]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The parts of a running text, one after the other; a box begins with what it is. */
export function partsOfBody(body: unknown): string[] {
  const root = isRecord(body) && isRecord(body['root']) ? (body['root'] as Node) : undefined; // why: a text editor's state has a root
  return (root?.children ?? [])
    .map((node) => [
      labelOf(node),
      ...(node.type === 'block' ? blocksOf({ children: [node] }) : [textOf(node)]),
    ])
    .map((words) =>
      words
        .filter((each) => each.trim() !== '')
        .join('\n')
        .trim(),
    )
    .filter((part) => part !== '');
}

function labelOf({ type, fields }: Node): string {
  const box = boxTypes.find((each) => type === 'block' && each === fields?.['blockType']);
  return box === undefined ? '' : `${cmsBoxes[box].labels.singular}:`;
}

/** What is needed of a node of the text editor. */
interface Node {
  type?: string;
  text?: string;
  children?: Node[];
  fields?: Record<string, unknown>;
}

function blocksOf(root: Node | undefined): string[] {
  return (root?.children ?? []).flatMap((node) =>
    node.type === 'block' ? wordsOfFields(node.fields) : [textOf(node)],
  );
}

const textOf = (node: Node): string => {
  if (node.type === 'linebreak') return '\n';
  const inner = (node.children ?? []).map(textOf);
  return (node.text ?? '') + inner.join(node.type === 'list' ? '\n' : '');
};

/** Names of what a box points at and is: ids say nothing to anybody. */
const isNoText = new Set(['id', 'blockType', 'blockName', 'media', 'article', 'organisation']);

/** A box has words of its own, and texts with nodes again. */
function wordsOfFields(fields: Record<string, unknown> = {}): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (isNoText.has(name)) return [];
    if (typeof value === 'string') return [value];
    const root = isRecord(value) && isRecord(value['root']) ? value['root'] : undefined;
    return root === undefined ? [] : blocksOf(root as Node); // why: a text editor's state has a root
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const asString = (value: unknown) => (typeof value === 'string' ? value : '');
