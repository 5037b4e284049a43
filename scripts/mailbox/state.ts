import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';

const stateSchema = z.object({ clockOffset: z.number(), suppressed: z.array(z.string()) });

/**
 * What the service knows beside the journal: how far its clock was moved (keys expire by it) and the
 * suppression list. Kept over a restart. Settings and faults are a test's own and are not.
 */
export class State {
  clockOffset = 0;
  readonly suppressed = new Set<string>();
  #file: string;

  constructor(file: string) {
    this.#file = file;
    if (!existsSync(file)) return;
    const { clockOffset, suppressed } = stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    this.clockOffset = clockOffset;
    for (const address of suppressed) this.suppressed.add(address);
  }

  save(): void {
    const { clockOffset, suppressed } = this;
    const handle = openSync(`${this.#file}.new`, 'w');
    writeSync(handle, JSON.stringify({ clockOffset, suppressed: [...suppressed] }));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(`${this.#file}.new`, this.#file);
  }
}
