import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { showLine } from './show-line.ts';

/** Passes on what a process prints, whole lines at a time. */
export function forwardLines(
  { stdout, stderr }: ChildProcess,
  source: { name: string; area: string },
  log: (line: string) => void,
): void {
  for (const input of [stdout, stderr]) {
    if (input === null) continue;
    createInterface({ input }).on('line', (line) => {
      // That all is up is the supervisor's to say.
      if (line.trim() !== '' && !line.includes('"msg":"ready"')) log(showLine(source, line));
    });
  }
}
