import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { AreaLog } from '../../../content/log/open-log.ts';
import type { PublicFolder } from '../render/public-folder.ts';
import { headersOf, isServed, rankOf, ranks } from './about-names.ts';
import { md5, type SiteTarget } from './site-target.ts';
import type { TargetBook } from './target-book.ts';
import type { UploadRight } from './upload-right.ts';

const atOnce = 16;
/** The whole folder is looked through so seldom, in ms; changes are told. */
const wholeEvery = 600_000;
const pause = { done: 1_000, failed: 5_000, elsewhere: 2_000 };
const together = 20;
/** Below it, in the target: names that were about to be written. So a machine that knows nothing deletes nothing of others. */
const journal = '.written/';

interface Parts {
  folder: PublicFolder;
  target: SiteTarget;
  book: TargetBook;
  right: UploadRight;
  /** `none` before everything was rendered once; `part` while what is missing may only be late, and nothing may go. */
  folderIs: () => 'none' | 'part' | 'whole';
  log: AreaLog;
}

/**
 * Keeps a target equal to the public folder: what pages use, articles, lists, feeds, and deletions last. Each file is put
 * on condition of what was put there before, so that a process whose right has passed to another fails and overwrites
 * nothing. Compares what is there; may be killed anywhere.
 */
export class TargetMirror {
  readonly #parts: Parts;
  #noted = new Set<string>();
  /** They are to go when the folder is whole. */
  #going = new Set<string>();
  #wholeAt = -Infinity;
  #wake: () => void = () => undefined;
  #left = 0;
  #problem: { since: string; what: string } | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.folder.onChange = (name) => this.note(name);
  }

  note(name: string): void {
    if (!isServed(name)) return;
    this.#noted.add(name);
    this.#wake();
  }

  /** Files that are not there yet, one while nobody has looked through the whole, and since when (ISO 8601 UTC) it has not gone. */
  status() {
    return {
      place: this.#parts.target.place,
      pending:
        this.#left + this.#noted.size + this.#going.size + (this.#wholeAt === -Infinity ? 1 : 0),
      failingSince: this.#problem?.since ?? null,
      lastError: this.#problem?.what ?? null,
    };
  }

  async run(): Promise<never> {
    for (;;) {
      let rest: number;
      try {
        rest = (await this.round()) ? pause.done : pause.elsewhere;
        this.#problem = undefined;
      } catch (error) {
        this.#failed(error);
        rest = pause.failed;
      }
      await this.#rest(rest);
    }
  }

  /** Brings over what changed, or everything when that is due; false when another machine does it, or nothing is there yet. */
  async round(): Promise<boolean> {
    const { book, folderIs, right } = this.#parts;
    const taken = folderIs() === 'none' ? undefined : await right.take();
    if (taken === undefined) return false;
    if (taken === 'new') book.forget();
    await this.#ensureBook();
    const isDue = performance.now() - this.#wholeAt > wholeEvery;
    const names = new Set([...(isDue ? this.#allNames() : this.#noted), ...this.#going]);
    const began = performance.now();
    this.#noted = new Set();
    this.#going = new Set();
    try {
      await this.#bring([...names]);
      if (isDue) this.#wholeAt = began;
    } catch (error) {
      for (const name of names) this.#noted.add(name);
      throw error;
    } finally {
      this.#left = 0;
    }
    return true;
  }

  async #bring(names: readonly string[]): Promise<void> {
    const { folder, folderIs } = this.#parts;
    const isThere = (name: string) =>
      statSync(join(folder.root, name), { throwIfNoEntry: false })?.isFile() === true;
    const [present, gone] = [names.filter(isThere), names.filter((name) => !isThere(name))];
    const changed = present.filter((name) => this.#isNew(name));
    this.#left = changed.length + gone.length;
    await this.#announce(changed);
    for (const rank of ranks) {
      const files = changed.filter((name) => rankOf(name) === rank);
      await pLimit(atOnce).map(files, async (name) => {
        await this.#put(name);
        this.#left -= 1;
      });
    }
    if (folderIs() !== 'whole') {
      for (const name of gone) this.#going.add(name);
      return;
    }
    await pLimit(atOnce).map(gone, async (name) => {
      await this.#delete(name);
      this.#left -= 1;
    });
  }

  #isNew(name: string): boolean {
    const { book, folder } = this.#parts;
    const known = book.find(name);
    const now = statSync(join(folder.root, name), { throwIfNoEntry: false });
    return known === undefined || known.size !== now?.size || known.modified !== now.mtimeMs;
  }

  async #put(name: string): Promise<void> {
    const { book, folder, right, target } = this.#parts;
    const path = join(folder.root, name);
    const [now, bytes] = [
      statSync(path, { throwIfNoEntry: false }),
      await readFile(path).catch(() => undefined),
    ];
    if (now === undefined || bytes === undefined) return void this.note(name); // gone since
    const known = book.find(name);
    const entry = { name, md5: md5(bytes), size: now.size, modified: now.mtimeMs };
    if (known?.md5 === entry.md5) return book.keep({ ...entry, etag: known.etag });
    right.assert();
    const put = (replaces: string | null) =>
      target.put(name, bytes, { ...headersOf(name), replaces });
    let etag = await put(known?.etag ?? null);
    if (etag === undefined) {
      // Put by another machine, or by this one just before it was killed.
      const there = await target.etagOf(name);
      right.assert();
      etag = there === entry.md5 ? there : await put(there ?? null);
    }
    if (etag === undefined) throw new Error(`${name} is being written by somebody else`);
    book.keep({ ...entry, etag });
  }

  async #delete(name: string): Promise<void> {
    const { book, right, target } = this.#parts;
    if (book.find(name) === undefined) return;
    right.assert();
    await target.delete(name);
    book.remove(name);
  }

  /** Everything that is, or was, in the folder. */
  #allNames(): string[] {
    const { book, folder } = this.#parts;
    return [...new Set([...folder.names().filter(isServed), ...book.names()])];
  }

  async #announce(names: readonly string[]): Promise<void> {
    const unknown = names.filter((name) => this.#parts.book.find(name) === undefined);
    if (unknown.length > 0) await this.#journal(unknown);
  }

  #journal(names: readonly string[]): Promise<string | undefined> {
    const how = { replaces: null, type: 'text/plain; charset=utf-8', cacheControl: 'no-store' };
    return this.#parts.target.put(journal + randomUUID(), Buffer.from(names.join('\n')), how);
  }

  /** A machine without its book learns from the target what is there, and which of it is ours. */
  async #ensureBook(): Promise<void> {
    const { book, target } = this.#parts;
    if (book.isWhole) return;
    const there = new Map<string, string>();
    const journals: string[] = [];
    for await (const { name, etag } of target.list())
      if (name.startsWith(journal)) journals.push(name);
      else there.set(name, etag);
    const ours = new Set<string>();
    for (const name of journals)
      for (const line of String((await target.get(name)) ?? '').split('\n')) ours.add(line);
    for (const [name, etag] of there)
      if (ours.has(name)) book.keep({ name, etag, md5: etag, size: -1, modified: -1 });
    // One journal in the place of many.
    if (journals.length > 1) {
      await this.#journal([...there.keys()].filter((name) => ours.has(name)));
      for (const name of journals) await target.delete(name);
    }
    book.begin(target.place);
    this.#wholeAt = -Infinity;
  }

  #failed(err: unknown): void {
    const what = err instanceof Error ? err.message || err.name : String(err);
    if (this.#problem === undefined)
      this.#parts.log.error({ area: 'target', msg: 'the target is held up', err });
    this.#problem = { since: this.#problem?.since ?? new Date().toISOString(), what };
  }

  /** What belongs to one release is told within moments, and brought together. */
  #rest(longest: number): Promise<void> {
    return new Promise((resolve) => {
      const soon = () => {
        this.#wake = () => undefined;
        setTimeout(resolve, together);
      };
      this.#wake = longest === pause.done ? soon : () => undefined;
      if (longest === pause.done && this.#noted.size > 0) soon();
      else setTimeout(resolve, longest);
    });
  }
}
