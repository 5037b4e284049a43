import type { Block, Inline, ListBlock } from './blocks.ts';

/** The words of a text, for search, reading time and descriptions. Pull quotes repeat the body: left out. */
export function blocksToPlainText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Minutes to read a text aloud in one's head, at 220 words a minute; at least 1. */
export function readingMinutes(text: string): number {
  return Math.max(1, Math.round(countWords(text) / 220));
}

/** Words: what stands between white space and has a letter or a digit in it. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

/** The text of a run of inline nodes, without marks. */
export function inlineText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      return node.type === 'break' ? ' ' : inlineText(node.children);
    })
    .join('');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return inlineText(block.children);
    case 'list':
      return listText(block);
    case 'factBox':
      return [block.title, blocksToPlainText(block.content)].join('\n\n');
    case 'questionAnswer':
      return [block.question, blocksToPlainText(block.answer)].join('\n\n');
    case 'image':
      return block.caption ?? '';
    case 'rule':
    case 'pullQuote':
    case 'articleLink':
    case 'newsletterSignup':
      return '';
  }
}

function listText(list: ListBlock): string {
  return list.items
    .flatMap((item) => [inlineText(item.children), ...item.lists.map(listText)])
    .join('\n');
}
