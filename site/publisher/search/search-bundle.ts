import { join } from 'node:path';
import { entryFile, namedFiles } from './named-by-entry.ts';
import { finishFragment, type Shown } from './finish-fragment.ts';
import type { PublicFolder } from '../render/public-folder.ts';
import { searchFolder } from '../../../content/model/urls.ts';

/**
 * How long a file stays after nothing names it: a page that is open may have read the entry before the swap. Well
 * above the time a reader needs from one search to the next; later the page sees by `years.json` that it is to open anew.
 */
export const grace = 10 * 60_000;

/** What the search page asks for; Pagefind brings its own interfaces along. */
const isUsed =
  /^(index|fragment|filter)[/\\]|^pagefind\.js$|^pagefind-entry\.json$|^wasm\.nb\.|\.pf_meta$/;

/**
 * A year's Pagefind bundle in the public folder. Whoever has read its entry finds every file that the entry names,
 * for `grace` after it was replaced, wherever a process was killed: files come before the entry that names them, and
 * a file's time is never before the moment when it was last named. So what is to be removed, and when, lies on disk.
 */
export class SearchBundle {
  #folder: PublicFolder;
  #name: string;

  constructor(folder: PublicFolder, year: number | string) {
    this.#folder = folder;
    this.#name = `${searchFolder}/${year}`;
  }

  /** Whether every file that the entry names is there. */
  get isWhole(): boolean {
    const named = this.#named();
    const present = new Set(this.#present());
    return named !== undefined && [...named].every((name) => present.has(name));
  }

  /**
   * Puts what Pagefind made in the place of what is there, with what results show of each article, by its address.
   * Throws before the swap when a file is missing.
   */
  async replace(draft: PublicFolder, shown: ReadonlyMap<string, Shown>): Promise<void> {
    const made = new Set(draft.names().filter((name) => isUsed.test(name)));
    for (const name of named((file) => draft.read(file)))
      if (!made.has(name)) throw new Error(`Pagefind names ${name} and did not make it`);
    for (const name of inOrder(made)) {
      // Readers are answered in between.
      await new Promise((resolve) => setImmediate(resolve));
      if (name === entryFile) this.#touchAllBut(made);
      const bytes = draft.read(name);
      const isFragment = name.endsWith('.pf_fragment');
      this.#folder.write(join(this.#name, name), isFragment ? finishFragment(bytes, shown) : bytes);
    }
  }

  /** To be called before `years.json` ceases to name the year. */
  retire(): void {
    this.#touchAllBut(new Set());
  }

  /**
   * Removes what has been unnamed for as long as `grace`. Returns when the next is due; undefined when there is none.
   * `isNamed`: whether `years.json` names the year.
   */
  prune(isNamed: boolean, now: number): number | undefined {
    // Without a readable entry nobody can tell which files are unused.
    const named = isNamed ? this.#named() : new Set<string>();
    if (named === undefined) return undefined;
    let next: number | undefined;
    for (const name of this.#present()) {
      if (named.has(name)) continue;
      const due = this.#folder.time(join(this.#name, name)) + grace;
      if (due <= now) this.#folder.remove(join(this.#name, name));
      else next = Math.min(next ?? due, due);
    }
    return next;
  }

  /** Those that cease to be named. What was unnamed before keeps its time: it would never be removed on a busy day. */
  #touchAllBut(kept: ReadonlySet<string>): void {
    for (const name of this.#named() ?? this.#present())
      if (!kept.has(name)) this.#folder.touch(join(this.#name, name));
  }

  #named(): Set<string> | undefined {
    try {
      return named((name) => this.#folder.read(join(this.#name, name)));
    } catch {
      return undefined; // Not made yet, damaged, or of a Pagefind that wrote another form: made anew.
    }
  }

  #present(): string[] {
    return this.#folder.names(this.#name).map((name) => name.slice(join(this.#name, '/').length));
  }
}

/** Named files as the system writes their names. */
const named = (read: (name: string) => Buffer) =>
  new Set([...namedFiles(read)].map((name) => join(name)));

/** Those with a hash in the name, then those that are the same for every bundle, then the entry. */
const inOrder = (names: Iterable<string>): string[] => {
  const rank = (name: string) =>
    name === entryFile ? 2 : /^(pagefind\.js|wasm\..*)$/.test(name) ? 1 : 0;
  return [...names].toSorted((a, b) => rank(a) - rank(b));
};
