import { languages, type Inline } from '../../content/model/blocks/rich-text.ts';
import { tidyText } from '../../content/model/tidy-text.ts';
import { readGroup, readRows, type PayloadDocument } from './read-document.ts';
import { toLinkTarget } from './to-link-target.ts';
import { UnpublishableError } from './unpublishable-error.ts';

type LinkInline = Extract<Inline, { type: 'link' }>;
type Run = LinkInline['children'][number];

const boldBit = 1;
const italicBit = 2;
const lineBreak: PayloadDocument = { type: 'linebreak' };

/**
 * The inline content of a Lexical element: neighbours with the same marks joined, empty pieces and line
 * breaks at the ends dropped. Marks other than bold and italic are not part of the vocabulary and fall away.
 */
export function toInline(nodes: readonly PayloadDocument[]): Inline[] {
  return trimBreaks(joinText(nodes.flatMap(unwrapParagraph).flatMap(inlineOf)));
}

/** Whether there is nothing to read in it. */
export const isBlank = (nodes: readonly Inline[]): boolean =>
  nodes.every((node) => {
    if (node.type === 'text') return node.text.trim() === '';
    return node.type === 'break' || isBlank(node.children);
  });

/** A paragraph pasted inside a quote or a list item becomes a line of it. */
function unwrapParagraph(node: PayloadDocument): PayloadDocument[] {
  return node['type'] === 'paragraph'
    ? [lineBreak, ...readRows(node['children']), lineBreak]
    : [node];
}

function inlineOf(node: PayloadDocument): Inline[] {
  if (node['type'] !== 'link' && node['type'] !== 'autolink') return runOf(node);
  const children = joinText(readRows(node['children']).flatMap(runOf));
  if (isBlank(children)) return children;
  const target = toLinkTarget(readGroup(node['fields']));
  return target === null ? children : [{ type: 'link', ...target, children }];
}

function runOf(node: PayloadDocument): Run[] {
  switch (node['type']) {
    case 'text':
      return textOf(node);
    case 'tab':
      return [{ type: 'text', text: ' ' }];
    case 'linebreak':
    case 'horizontalrule': // within an item of a list
      return [{ type: 'break' }];
    default:
      throw new UnpublishableError(String(node['type']), 'unknown node in running text');
  }
}

function textOf(node: PayloadDocument): Run[] {
  const text = typeof node['text'] === 'string' ? tidyText(node['text']) : '';
  if (text === '') return [];
  const format = typeof node['format'] === 'number' ? node['format'] : 0;
  const said = readGroup(node['$'])['lang'];
  const lang = languages.find((each) => each === said);
  return [
    {
      type: 'text',
      text,
      ...((format & boldBit) !== 0 && { bold: true }),
      ...((format & italicBit) !== 0 && { italic: true }),
      ...(lang !== undefined && { lang }),
    },
  ];
}

function joinText<T extends Inline>(nodes: readonly T[]): T[] {
  const joined: T[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text' && hasSameMarks(last, node)) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else {
      joined.push(node);
    }
  }
  return joined;
}

const hasSameMarks = (a: Run, b: Run) =>
  a.type === 'text' &&
  b.type === 'text' &&
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.lang === b.lang;

function trimBreaks(nodes: readonly Inline[]): Inline[] {
  const first = nodes.findIndex((node) => node.type !== 'break');
  const last = nodes.findLastIndex((node) => node.type !== 'break');
  return first === -1 ? [] : nodes.slice(first, last + 1);
}
