import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Of what the bundle of each year was made, in a file: after a restart one sees which are to be made anew. */
export class BuiltYears {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Digests by the year's list (`year:2026`). */
  read(): Record<string, string> {
    // why: written below, and a file that is not there or torn only means building anew.
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, string>;
    } catch {
      return {};
    }
  }

  /** Undefined for a year that has no bundle any more. */
  write(name: string, digest: string | undefined): void {
    writeFileSync(`${this.#file}.tmp`, JSON.stringify({ ...this.read(), [name]: digest }));
    renameSync(`${this.#file}.tmp`, this.#file);
  }
}
