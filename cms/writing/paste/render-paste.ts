import { markup } from '../../../content/model/markup.ts';
import type { PastedBlock, PastedRun } from './pasted.ts';

/** Running text as plain HTML, for the editor's own reader. Tables are boxes, which whoever puts it in makes. */
export function renderPaste(blocks: readonly PastedBlock[]): string {
  let html = '';
  const open: string[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop() ?? ''}>`;
  };
  for (const block of blocks) {
    if (block.type === 'table') {
      closeTo(0);
      continue;
    }
    if (block.type !== 'item') {
      closeTo(0);
      html += renderBlock(block);
      continue;
    }
    // An item is at most one level deeper than the one before it.
    const depth = Math.min(block.depth, open.length);
    const tag = block.isOrdered ? 'ol' : 'ul';
    closeTo(depth + 1);
    if (open.length === depth + 1 && open[depth] !== tag) closeTo(depth);
    // A number that is not the next one begins a list of its own.
    if (open.length === depth + 1 && block.number !== undefined) closeTo(depth);
    const start = block.number === undefined ? '' : ` start="${String(block.number)}"`;
    html += open.length === depth + 1 ? '</li>' : `<${tag}${start}>`;
    if (open.length === depth) open.push(tag);
    html += `<li>${renderRuns(block.runs)}`;
  }
  closeTo(0);
  return html;
}

const tags = { paragraph: 'p', h2: 'h2', h3: 'h3', h4: 'h4', quote: 'blockquote' } as const;

const renderBlock = (block: Exclude<PastedBlock, { type: 'item' | 'table' }>): string =>
  block.type === 'rule'
    ? '<hr>'
    : `<${tags[block.type]}>${renderRuns(block.runs)}</${tags[block.type]}>`;

const renderRuns = (runs: readonly PastedRun[]): string =>
  runs
    .map((run) => {
      if (run === 'break') return '<br>';
      const bold = run.bold ? `<strong>${escapeHtml(run.text)}</strong>` : escapeHtml(run.text);
      const marked = run.italic ? `<em>${bold}</em>` : bold;
      return run.href === null ? marked : `<a href="${escapeHtml(run.href)}">${marked}</a>`;
    })
    .join('');

const escapeHtml = (text: string) => markup`${text}`.html;
