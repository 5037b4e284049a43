import { randomUUID } from 'node:crypto';
import type { PastedBlock, PastedRun } from '../../writing/paste/pasted.ts';
import { blockNode, element, text, type LexicalNode } from '../../writing/lexical-nodes.ts';
import type { StoredFile } from '../../../content/model/documents.ts';
import { galleryLimits } from '../../../content/model/blocks/gallery.ts';
import { addressOfFile } from './address-of-file.ts';
import type { ShapedBlock, ShapedPicture } from './shape-text.ts';

/** Looks up what a text names by its old address. */
export interface TextReferences {
  /** Id of a picture; undefined when its file is not there. */
  picture(url: string): string | undefined;
  /** What stands under it here, wherever it is shown. */
  creditOf(url: string): string;
  address(href: string): LinkTarget;
  /** A film, a sound or a document that came along. */
  file(address: string): { id: string; kind: StoredFile['kind'] } | undefined;
  /** Id of an organisation of this name; undefined when there is none. */
  organisation(name: string): string | undefined;
  /** Of the article. */
  title: string;
}
/** Where a link leads: to an article by its id (and a place in it), or to an address. */
export type LinkTarget = { article: string; fragment: string } | { url: string };

const bold = 1;
const italic = 2;

/** Parts of an article as the state of the editor. A picture that is not there is left out. */
export function toLexical(blocks: readonly ShapedBlock[], references: TextReferences) {
  const children: LexicalNode[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) continue;
    if (block.type !== 'item') {
      children.push(...toNode(block, references));
      continue;
    }
    const end = blocks.findIndex((each, index) => index > at && each.type !== 'item');
    const items = blocks
      .slice(at, end === -1 ? undefined : end)
      .filter((each) => each.type === 'item');
    children.push(...toLists(items, 0, references));
    at += items.length - 1;
  }
  return { root: element('root', children) };
}

function toNode(
  block: Exclude<ShapedBlock, { type: 'item' }>,
  references: TextReferences,
): LexicalNode[] {
  const file = toFile(block, references);
  if (file !== undefined) return [file];
  switch (block.type) {
    case 'paragraph':
      return [element('paragraph', toRuns(block.runs, references), { textFormat: 0 })];
    case 'quote':
      return [element('quote', toRuns(block.runs, references))];
    case 'h2':
    case 'h3':
    case 'h4':
      return [element('heading', toRuns(block.runs, references), { tag: block.type })];
    case 'rule':
      return [{ type: 'horizontalrule', version: 1 }];
    case 'picture':
      return toImage(block, references);
    case 'gallery':
      return toGalleries(block.pictures, references);
    case 'pullQuote':
      return [blockNode('pullQuote', { quote: block.quote, attribution: block.attribution })];
    case 'questionAnswer':
      return [
        blockNode('questionAnswer', {
          question: block.question,
          answer: toLexical(block.answer.filter(isRunning), references),
        }),
      ];
    case 'factBox': {
      const organisation = references.organisation(block.about);
      return [
        blockNode('factBox', {
          title: block.title,
          content: toLexical(block.content, references),
          ...(organisation !== undefined && { organisation }),
        }),
      ];
    }
    case 'embed':
      return [blockNode('film', { url: block.address })];
    case 'table':
      return [
        blockNode('table', {
          rows: block.rows,
          headerRow: block.hasHeader,
          headerColumn: false,
          caption: block.caption,
          ...(block.source && { source: block.source }),
        }),
      ];
  }
}

/** What lies here is offered here. */
function toFile(block: ShapedBlock, references: TextReferences): LexicalNode | undefined {
  const address = addressOfFile(block);
  const file = address && references.file(address.href);
  if (file === undefined || file.kind === 'captions') return undefined;
  const title = address?.words || references.title;
  return file.kind === 'film'
    ? blockNode('film', { file: file.id, caption: address?.words ?? '' })
    : blockNode(file.kind, { file: file.id, title });
}

/** A credit that differs from the picture's own stands where it was written. */
function toImage(
  { url, caption, credit }: ShapedPicture,
  references: TextReferences,
): LexicalNode[] {
  const picture = references.picture(url);
  if (picture === undefined) return [];
  const isOwn = credit !== '' && credit !== references.creditOf(url);
  return [blockNode('image', { media: picture, caption, ...(isOwn && { credit }) })];
}

/** As many as one holds; a single one is a picture like others. */
function toGalleries(
  pictures: readonly ShapedPicture[],
  references: TextReferences,
): LexicalNode[] {
  const there = pictures.filter(({ url }) => references.picture(url) !== undefined);
  if (there.length < galleryLimits.least) return there.flatMap((each) => toImage(each, references));
  const parts = Math.ceil(there.length / galleryLimits.most);
  const size = Math.ceil(there.length / parts);
  return Array.from({ length: parts }, (_, part) =>
    blockNode('gallery', {
      items: there.slice(part * size, (part + 1) * size).map(({ url, caption }) => ({
        ...{ id: randomUUID(), media: references.picture(url), caption },
      })),
    }),
  );
}

const isRunning = (block: ShapedBlock) => block.type !== 'picture' && block.type !== 'gallery';
function toRuns(runs: readonly PastedRun[], references: TextReferences): LexicalNode[] {
  return runs.map((each) => {
    if (each === 'break') return { type: 'linebreak', version: 1 };
    const node = text(each.text, (each.bold ? bold : 0) | (each.italic ? italic : 0));
    if (each.href === null) return node;
    const target = references.address(each.href);
    const fields = { ...toLinkFields(target), newTab: false };
    return { ...element('link', [node]), version: 3, id: randomUUID(), fields };
  });
}

const toLinkFields = (target: LinkTarget) =>
  'url' in target
    ? { linkType: 'custom', url: target.url }
    : {
        linkType: 'internal',
        doc: { relationTo: 'articles', value: target.article },
        ...(target.fragment !== '' && { fragment: target.fragment }),
      };

type Item = Extract<PastedBlock, { type: 'item' }>;

/** Lists of one depth; what is deeper stands in an item of its own, after the line it belongs to, as Lexical keeps it. */
function toLists(items: readonly Item[], depth: number, references: TextReferences): LexicalNode[] {
  const lists: { isOrdered: boolean; start: number; children: LexicalNode[]; count: number }[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined) continue;
    let list = lists.at(-1);
    if (item.depth > depth && list !== undefined) {
      const end = items.findIndex((each, index) => index > at && each.depth <= depth);
      const deeper = items.slice(at, end === -1 ? undefined : end);
      list.children.push(
        element('listitem', toLists(deeper, depth + 1, references), { value: list.count + 1 }),
      );
      at += deeper.length - 1;
      continue;
    }
    if (list?.isOrdered !== item.isOrdered || item.number !== undefined) {
      const start = item.number ?? 1;
      list = { isOrdered: item.isOrdered, start, children: [], count: start - 1 };
      lists.push(list);
    }
    list.count += 1;
    list.children.push(element('listitem', toRuns(item.runs, references), { value: list.count }));
  }
  return lists.map(({ isOrdered, start, children }) =>
    element('list', children, {
      listType: isOrdered ? 'number' : 'bullet',
      tag: isOrdered ? 'ol' : 'ul',
      start,
    }),
  );
}
