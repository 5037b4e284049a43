import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Mail } from './validate-mail.ts';

export interface AcceptedMail extends Mail {
  id: string;
  /** ISO 8601. */
  at: string;
  request: number;
}

/** One line of the journal: a request that was accepted, with all its mails and what was answered. */
export interface Entry {
  at: string;
  request: number;
  endpoint: string;
  idempotencyKey: string | null;
  bodyHash: string;
  bodyJsonHash: string;
  answer: unknown;
  mails: AcceptedMail[];
}

/**
 * Append-only and on the disk before anybody is answered. A line that a killed process left half-written
 * is cut off at the next start: nobody was told that it was accepted.
 */
export class Journal {
  readonly entries: Entry[] = [];
  #handle: number;
  #file: string;

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    this.#handle = openSync(file, 'a');
    this.#load();
  }

  append(entry: Entry): void {
    writeSync(this.#handle, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#handle);
    this.entries.push(entry);
  }

  clear(): void {
    truncateSync(this.#file, 0);
    this.entries.length = 0;
  }

  mails(): AcceptedMail[] {
    return this.entries.flatMap(({ mails }) => mails);
  }

  close(): void {
    closeSync(this.#handle);
  }

  #load(): void {
    const bytes = readFileSync(this.#file);
    const whole = bytes.lastIndexOf('\n') + 1;
    if (whole < bytes.length) truncateSync(this.#file, whole);
    for (const line of bytes.subarray(0, whole).toString('utf8').split('\n')) {
      // why: lines are only ever written by `append`.
      if (line !== '') this.entries.push(JSON.parse(line) as Entry);
    }
  }
}
