import { boxTypes, type Block } from '../../content/model/blocks/blocks.ts';
import { inlineText, type TextBlock } from '../../content/model/blocks/rich-text.ts';
import { cmsBoxes } from '../articles/blocks/registry.ts';
import { makeAnchors, type MakeAnchor } from './make-anchors.ts';
import { readGroup, readRows, type PayloadDocument } from './read-document.ts';
import { text } from './text.ts';
import { isBlank, toInline } from './to-inline.ts';
import { toList } from './to-list.ts';
import { UnpublishableError } from './unpublishable-error.ts';

/**
 * The body of an article: Lexical JSON → blocks. Pure. Nothing to read (an empty paragraph, a box without
 * its picture) is left out; a node the site cannot show throws `UnpublishableError`, which names it.
 */
export function toBlocks(richText: unknown): Block[] {
  const makeAnchor = makeAnchors();
  return nodesOf(richText)
    .flatMap(liftRules)
    .flatMap((node): Block[] => {
      if (node['type'] !== 'block') return toTextBlock(node, makeAnchor);
      const fields = readGroup(node['fields']);
      const type = boxTypes.find((each) => each === fields['blockType']);
      if (type === undefined)
        throw new UnpublishableError(nameOf(node), 'unknown node in the body');
      const box = cmsBoxes[type].toModel(fields, {
        makeAnchor,
        toTextBlocks: (content) => toTextBlocks(content, makeAnchor),
      });
      return box === null ? [] : [box];
    });
}

/** Running text inside a box: no boxes in boxes. */
function toTextBlocks(richText: unknown, makeAnchor: MakeAnchor): TextBlock[] {
  return nodesOf(richText)
    .flatMap(liftRules)
    .flatMap((node) => toTextBlock(node, makeAnchor));
}

/** A rule that was pasted into running text stands between two pieces of it. */
function liftRules(node: PayloadDocument): PayloadDocument[] {
  const children = readRows(node['children']);
  const at = children.findIndex(({ type }) => type === 'horizontalrule');
  if (at === -1 || node['type'] === 'list') return [node];
  const [before, rule, after] = [children.slice(0, at), children[at], children.slice(at + 1)];
  return [
    { ...node, children: before },
    ...(rule === undefined ? [] : [rule]),
    ...liftRules({ ...node, children: after }),
  ];
}

function toTextBlock(node: PayloadDocument, makeAnchor: MakeAnchor): TextBlock[] {
  switch (node['type']) {
    case 'paragraph':
    case 'quote': {
      const children = toInline(readRows(node['children']));
      return isBlank(children) ? [] : [{ type: node['type'], children }];
    }
    case 'heading': {
      const children = toInline(readRows(node['children']));
      if (isBlank(children)) return [];
      const anchor = makeAnchor(inlineText(children), text.anchor.section);
      return [{ type: 'heading', level: toLevel(node['tag']), anchor, children }];
    }
    case 'list': {
      const list = toList(node);
      return list.items.length === 0 ? [] : [list];
    }
    case 'horizontalrule':
      return [{ type: 'rule' }];
    default:
      throw new UnpublishableError(nameOf(node), 'unknown node in the body');
  }
}

/** h1 belongs to the title and the vocabulary ends at h4: what is pasted beyond is moved inside. */
function toLevel(tag: unknown): 2 | 3 | 4 {
  if (tag === 'h1' || tag === 'h2') return 2;
  return tag === 'h3' ? 3 : 4;
}

function nodesOf(richText: unknown): PayloadDocument[] {
  return readRows(readGroup(readGroup(richText)['root'])['children']);
}

function nameOf(node: PayloadDocument): string {
  const blockType = readGroup(node['fields'])['blockType'];
  return node['type'] === 'block' ? `block ${String(blockType)}` : String(node['type']);
}
