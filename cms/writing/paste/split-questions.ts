import type { PastedBlock } from './pasted.ts';

/** Longer than this it is no question that somebody is asked. */
const longest = 300;

/** A question and its answer in one paragraph, a line each, are two: interviews are often kept like that. */
export const splitQuestions = (blocks: readonly PastedBlock[]): PastedBlock[] =>
  blocks.flatMap((block) => {
    if (block.type !== 'paragraph') return [block];
    const at = block.runs.indexOf('break');
    const [first, rest] = [block.runs.slice(0, Math.max(0, at)), block.runs.slice(at + 1)];
    const line = first
      .map((run) => (run === 'break' ? '' : run.text))
      .join('')
      .trim();
    if (at < 1 || !line.endsWith('?') || line.length > longest) return [block];
    return [
      { type: 'paragraph', runs: first },
      { type: 'paragraph', runs: rest },
    ];
  });
