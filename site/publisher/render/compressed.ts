import { existsSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants } from 'node:zlib';
import type { PublicFolder } from './public-folder.ts';

const compressWell = promisify(brotliCompress);
const quality = (level: number) => ({ params: { [constants.BROTLI_PARAM_QUALITY]: level } });
/** A third of a millisecond a page; the best takes sixty times as long for a tenth less. */
const quick = quality(5);
const best = quality(constants.BROTLI_MAX_QUALITY);
/** By its time one sees on the disk how well a file is compressed: so much younger than its page is the best; in ms. */
const bestIsYounger = 1_000;
const suffix = '.br';

/**
 * Pages with their brotli beside them, which servers send as it is (`sirv`, nginx' `brotli_static`, Caddy's
 * `precompressed`). Quickly with the page, since nobody waits for it, and as well as it can be when there is time.
 */
export class Compressed {
  readonly #folder: PublicFolder;
  readonly #waiting = new Set<string>();

  constructor(folder: PublicFolder) {
    this.#folder = folder;
  }

  /** Whoever reads meanwhile gets the old page, the new one as it is, or the new one compressed; never two at once. */
  write(name: string, page: string | Uint8Array): void {
    const bytes = typeof page === 'string' ? Buffer.from(page) : page;
    const file = join(this.#folder.root, name);
    if (!this.#folder.holds(name, bytes)) {
      rmSync(file + suffix, { force: true });
      this.#folder.write(name, bytes);
    }
    if (!existsSync(file + suffix)) this.#keep(name, brotliCompressSync(bytes, quick), 0);
    this.#waiting.add(name);
  }

  remove(name: string): void {
    this.#waiting.delete(name);
    this.#folder.remove(name + suffix);
    this.#folder.remove(name);
  }

  /** Whether a file is the compressed one of a page that is there. */
  isOf(name: string, pages: ReadonlySet<string>): boolean {
    return name.endsWith(suffix) && pages.has(name.slice(0, -suffix.length));
  }

  /** Compresses as well as it can be what is not yet, until it is told to stop. */
  async improve(isStopped: () => boolean): Promise<void> {
    for (const name of this.#waiting) {
      if (isStopped()) return;
      await this.#improve(name);
      this.#waiting.delete(name);
    }
  }

  async #improve(name: string): Promise<void> {
    const file = join(this.#folder.root, name);
    const seen = statSync(file, { throwIfNoEntry: false });
    const done = statSync(file + suffix, { throwIfNoEntry: false });
    if (!seen || (done && done.mtimeMs >= seen.mtimeMs + bestIsYounger)) return;
    const bytes = await readFile(file);
    const small = await compressWell(bytes, best);
    // The page may be another by now, or gone; nothing comes between this look and the writing.
    if (existsSync(file) && readFileSync(file).equals(bytes))
      this.#keep(name, small, bestIsYounger);
  }

  #keep(name: string, bytes: Uint8Array, younger: number): void {
    const file = join(this.#folder.root, name);
    this.#folder.write(name + suffix, bytes);
    const time = new Date(statSync(file).mtimeMs + younger);
    utimesSync(file + suffix, time, time);
  }
}
