import { createHash } from 'node:crypto';
import type { Payload } from 'payload';
import { asKey } from '../../articles/saves/is-alike.ts';
import { readGroup, readText } from '../../mapping/read-document.ts';

/** How an article of an archive stands here. */
export interface Standing {
  /** Whether it was here once, and is not any more. */
  isDeleted: boolean;
  isHere: boolean;
  /** What the archive said when it was brought; null when somebody here has saved it since. */
  source: string | null;
}

/** Which articles have come from archives: those that are here say so themselves, until they are made this newsroom's. */
export class Arrivals {
  readonly #payload: Payload;

  constructor(payload: Payload) {
    this.#payload = payload;
  }

  async read(id: string): Promise<Standing> {
    const found = await this.#payload.findByID({
      ...{ collection: 'articles', id, depth: 0, draft: true, disableErrors: true },
      ...{ select: { arrival: true }, showHiddenFields: true },
    });
    if (found === null)
      return { isHere: false, isDeleted: await this.#payload.kv.has(keyOf(id)), source: null };
    const source = readText(readGroup(found.arrival)['source']);
    return { isHere: true, isDeleted: false, source: source === '' ? null : source };
  }

  /** Remembered beyond the article itself, so that what is deleted here does not come back. */
  async note(id: string): Promise<void> {
    if (!(await this.#payload.kv.has(keyOf(id)))) await this.#payload.kv.set(keyOf(id), {});
  }
}

const keyOf = (id: string) => `arrived:${id}`;

/** Values that mean the same have the same fingerprint. */
export const fingerprintOf = (value: unknown): string =>
  createHash('sha256').update(asKey(value)).digest('base64url').slice(0, 22);
