import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { acceptedMailSchema, type AcceptedMail } from './mail.ts';
import { text } from './text.ts';

export type { AcceptedMail } from './mail.ts';

/** One line: an answered request. `mails` is empty when a refusal is remembered under its key. */
const entrySchema = z.object({
  at: z.string(),
  request: z.number(),
  endpoint: z.string(),
  idempotencyKey: z.string().nullable(),
  bodyHash: z.string(),
  bodyJsonHash: z.string(),
  status: z.number().default(200),
  answer: z.unknown(),
  mails: z.array(acceptedMailSchema),
});
export type Entry = z.infer<typeof entrySchema>;

/**
 * Append-only and on the disk before anybody is answered. A batch is one line, so it is accepted whole
 * or not at all. A last line that a killed process left half-written is cut off at the next start:
 * nobody was told that it was accepted.
 */
export class Journal {
  readonly entries: Entry[] = [];
  #mails = new Map<string, AcceptedMail>();
  #handle: number;
  #size = 0;
  #isClosed = false;

  /** Throws when a line other than the last is damaged: a judge must not guess. */
  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    this.#handle = openSync(file, 'a', 0o600);
    syncDirectory(dirname(file));
    this.#load(file);
  }

  append(entry: Entry): void {
    if (this.#isClosed) throw new Error('The journal is closed.');
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    try {
      for (let written = 0; written < line.length;)
        written += writeSync(this.#handle, line, written);
      fsyncSync(this.#handle);
    } catch (error) {
      ftruncateSync(this.#handle, this.#size); // a full disk must not leave half a line in the middle
      throw error;
    }
    this.#size += line.length;
    this.#keep(entry);
  }

  clear(): void {
    ftruncateSync(this.#handle, 0);
    fsyncSync(this.#handle);
    this.#size = 0;
    this.entries.length = 0;
    this.#mails.clear();
  }

  /** All accepted mails, oldest first. */
  mails(): AcceptedMail[] {
    return [...this.#mails.values()];
  }

  find(id: string): AcceptedMail | undefined {
    return this.#mails.get(id);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    closeSync(this.#handle);
  }

  #keep(entry: Entry): void {
    this.entries.push(entry);
    for (const mail of entry.mails) this.#mails.set(mail.id, mail);
  }

  #load(file: string): void {
    const bytes = readFileSync(file);
    this.#size = bytes.lastIndexOf('\n') + 1;
    if (this.#size < bytes.length) ftruncateSync(this.#handle, this.#size);
    const lines = bytes.subarray(0, this.#size).toString('utf8').split('\n').slice(0, -1);
    for (const [index, line] of lines.entries()) {
      try {
        this.#keep(entrySchema.parse(JSON.parse(line)));
      } catch (error) {
        throw new Error(text.damaged(file, index + 1), { cause: error });
      }
    }
  }
}

/** A new file survives a power cut only when its directory is on the disk too. */
function syncDirectory(path: string): void {
  if (process.platform === 'win32') return; // directories cannot be opened there
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
