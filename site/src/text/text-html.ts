import { isBox, type Block, type Box } from '../../../content/model/blocks/blocks.ts';
import type { ListBlock, TextBlock } from '../../../content/model/blocks/rich-text.ts';
import { escapeHtml } from '../../../content/model/markup.ts';
import { inlineHtml } from './inline-html.ts';
import type { TextContext } from './inline-html.ts';

/** Running text as HTML: what may stand in an article, a fact box or an answer. Same on pages and in feeds. */
export const textsHtml = (blocks: readonly TextBlock[], context: TextContext) =>
  blocks.map((block) => textHtml(block, context)).join('');

/** A block that has a component of its own, or a stretch of running text between such blocks. */
export type BodyPart = Box | { type: 'text'; html: string };

/** A body in parts. A component for each paragraph would take longer than all the rest of the page. */
export function bodyParts(blocks: readonly Block[], context: TextContext): BodyPart[] {
  const parts: BodyPart[] = [];
  for (const block of blocks) {
    if (isBox(block)) {
      parts.push(block);
      continue;
    }
    const last = parts.at(-1);
    const html = textHtml(block, context);
    if (last?.type === 'text') last.html += html;
    else parts.push({ type: 'text', html });
  }
  return parts;
}

function textHtml(block: TextBlock, context: TextContext): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children, context)}</p>`;
    case 'heading': {
      const words = inlineHtml(block.children, context);
      return `<h${block.level} id="${escapeHtml(block.anchor)}">${words}</h${block.level}>`;
    }
    case 'quote':
      return `<blockquote><p>${inlineHtml(block.children, context)}</p></blockquote>`;
    case 'list':
      return listHtml(block, context);
    case 'rule':
      return '<hr>';
  }
}

function listHtml(list: ListBlock, context: TextContext): string {
  const items = list.items.map(
    (item) =>
      `<li>${inlineHtml(item.children, context)}${item.lists.map((nested) => listHtml(nested, context)).join('')}</li>`,
  );
  if (!list.ordered) return `<ul>${items.join('')}</ul>`;
  const start = list.start === undefined ? '' : ` start="${list.start}"`;
  return `<ol${start}>${items.join('')}</ol>`;
}
