import { bodyRelations } from './body-uses.ts';
import { boxTypes } from '../../content/model/blocks/blocks.ts';
import { cmsBoxes } from '../articles/blocks/registry.ts';
import { readReference } from './read-document.ts';

/** Title, lead and body of an article as plain text, to be pasted elsewhere. `data` is what the form holds. */
export function articleAsText(data: Record<string, unknown>): string {
  const body = data['body'] as { root?: Node } | undefined; // why: the text editor's own state
  return [asString(data['title']), asString(data['lead']), ...blocksOf(body?.root)]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What a document is called that a box or a link points at. */
type NameOf = (id: string) => string;

/** Where nobody can be asked: enough of an id to tell two apart. */
const endOfId: NameOf = (id) => `…${id.slice(-6)}`;

/**
 * The parts of a running text, one after the other, as they are compared: a box begins with what it is, and says what it
 * shows; a link says where it leads.
 */
export function partsOfBody(body: unknown, nameOf: NameOf = endOfId): string[] {
  const root = isRecord(body) && isRecord(body['root']) ? (body['root'] as Node) : undefined; // why: a text editor's state has a root
  return (root?.children ?? [])
    .map((node) => [labelOf(node), ...blocksOf({ children: [node] }, nameOf)])
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

/** Without `nameOf` the words alone. */
function blocksOf(root: Node | undefined, nameOf?: NameOf): string[] {
  return (root?.children ?? []).flatMap((node) =>
    node.type === 'block' ? wordsOfFields(node.fields, nameOf) : [textOf(node, nameOf)],
  );
}

function textOf(node: Node, nameOf?: NameOf): string {
  if (node.type === 'linebreak') return '\n';
  const inner = (node.children ?? []).map((each) => textOf(each, nameOf));
  const words = (node.text ?? '') + inner.join(node.type === 'list' ? '\n' : '');
  const target = nameOf === undefined ? '' : targetOf(node, nameOf);
  return target === '' ? words : `${words} (${target})`;
}

function targetOf({ type, fields = {} }: Node, nameOf: NameOf): string {
  if (type !== 'link' && type !== 'autolink') return '';
  if (fields['linkType'] !== 'internal') return asString(fields['url']);
  const id = isRecord(fields['doc']) ? readReference(fields['doc']['value']) : null;
  return id === null ? '' : nameOf(id);
}

/** What a box is, and what is its own business. */
const isNoText = new Set(['id', 'blockType', 'blockName']);
/** What a box points at: ids say nothing to anybody. */
const isPointer = new Set([...Object.keys(bodyRelations), 'article']);

/** A box has words of its own, and texts with nodes again. */
function wordsOfFields(fields: Record<string, unknown> = {}, nameOf?: NameOf): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (isNoText.has(name)) return [];
    if (isPointer.has(name)) {
      const id = readReference(value);
      return nameOf === undefined || id === null ? [] : [nameOf(id)];
    }
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return wordsOfRows(value, nameOf);
    const root = isRecord(value) && isRecord(value['root']) ? value['root'] : undefined;
    return root === undefined ? [] : blocksOf(root as Node, nameOf); // why: a text editor's state has a root
  });
}

/** Rows of cells, each a line; or rows of fields, such as the pictures of a gallery. */
const wordsOfRows = (rows: readonly unknown[], nameOf?: NameOf): string[] =>
  rows.flatMap((row) => {
    if (Array.isArray(row)) return [row.map(String).join('\t')];
    return isRecord(row) ? wordsOfFields(row, nameOf) : [];
  });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const asString = (value: unknown) => (typeof value === 'string' ? value : '');
