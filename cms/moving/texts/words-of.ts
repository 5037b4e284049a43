import type { PastedRun } from '../../writing/paste/pasted.ts';

/** The words of a part as one line. */
export const wordsOf = (runs: readonly PastedRun[]): string =>
  runs
    .map((run) => (run === 'break' ? ' ' : run.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
