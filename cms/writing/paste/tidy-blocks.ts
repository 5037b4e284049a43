import type { PastedBlock, PastedRun } from './pasted.ts';

/** Without breaks and blanks at its ends, and blanks before breaks. */
export function trimRuns(runs: readonly PastedRun[]): PastedRun[] {
  const isEmpty = (run: PastedRun) => run === 'break' || run.text.trim() === '';
  const first = runs.findIndex((run) => !isEmpty(run));
  const last = runs.findLastIndex((run) => !isEmpty(run));
  return runs.slice(first, last + 1).map((run, n, all) => {
    if (run === 'break') return run;
    const isFirst = n === 0;
    const isLast = n === all.length - 1 || all[n + 1] === 'break';
    const start = isFirst ? run.text.replace(/^[\s\u00a0]+/, '') : run.text;
    return { ...run, text: isLast ? start.replace(/[\s\u00a0]+$/, '') : start };
  });
}

/** The paragraphs of a quotation are lines of one. */
export function joinQuotes(
  blocks: readonly PastedBlock[],
  quoteOf: ReadonlyMap<PastedBlock, Element | null>,
): PastedBlock[] {
  const joined: PastedBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (
      block.type === 'quote' &&
      last?.type === 'quote' &&
      quoteOf.get(block) === quoteOf.get(last)
    )
      last.runs.push('break', 'break', ...block.runs);
    else joined.push(block);
  }
  return joined;
}
