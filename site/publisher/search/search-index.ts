import { hash } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createIndex, type PagefindIndex } from 'pagefind';
import {
  articlePath,
  publicFile,
  searchFolder,
  searchWordsPath,
  searchYearsPath,
} from '../../../content/model/urls.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { year } from '../../src/typesetting/dates.ts';
import { grace, SearchBundle } from './search-bundle.ts';
import { PublicFolder } from '../render/public-folder.ts';
import { BuiltYears } from './built-years.ts';
import type { Indexed, MadeYear } from './made-year.ts';
import { KnownWords, WordCount } from './known-words.ts';
import { WordYears } from './word-years.ts';
import { aboutOf, foundBy, indexedVersion, searchRecord } from './search-record.ts';

/** Counted up when what is written down of an article changes: then every bundle is made anew. */
const format = 11;

const yearsFile = publicFile(searchYearsPath);
const wordsFile = publicFile(searchWordsPath);

/** A search loads one part of the index for each word: small parts, though there are more of them. Read by Pagefind. */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] ??= '5000';

/**
 * The search index: one Pagefind bundle a year under `pagefind/<year>/`, so that a release rebuilds only
 * its own year; `pagefind/years.json` (newest first: year, number of articles, version) tells the search page which
 * to merge, and whether what it has is still what there is.
 */
export class SearchIndex {
  #published: DocumentStore;
  #folder: PublicFolder;
  readonly #record: string;
  readonly #built: BuiltYears;
  #words: KnownWords;
  #stale = new Set<string>();
  #running: Promise<void> | undefined;
  /** What was indexed of the articles of the year that was made last: most likely it is the next one, too. */
  #indexed: Indexed = new Map();
  /** What was made ready of the year that comes next. */
  readonly #ahead: Indexed = new Map();
  /** Old files may be there from the last process: the first `build` looks. */
  #pruneAt = 0;

  /** `record`: file that remembers what each bundle was made of. */
  constructor(published: DocumentStore, folder: PublicFolder, record: string) {
    this.#record = record;
    this.#built = new BuiltYears(record);
    this.#words = new KnownWords(`${record}.words`);
    this.#published = published;
    this.#folder = folder;
  }

  get isStale(): boolean {
    return this.#stale.size > 0 || this.#running !== undefined;
  }

  /** Notes which years a change touched. */
  touch(tags: ReadonlySet<string>): void {
    for (const tag of tags) {
      const year = /^list:(year:\d+)#/.exec(tag)?.[1];
      if (year !== undefined) this.#stale.add(year);
      const id = tag.startsWith('doc:article:') ? tag.slice('doc:article:'.length) : undefined;
      const article = id === undefined ? undefined : this.#published.get('article', id)?.document;
      if (article !== undefined) this.#stale.add(yearOf(article.publishedAt));
      if (/^doc:(category|author|series):/.test(tag)) this.touchAll();
    }
  }

  touchAll(): void {
    for (const name of this.#published.listNames())
      if (name.startsWith('year:')) this.#stale.add(name);
  }

  /** After a restart: years whose bundle was made of other articles than are published now. */
  touchDifferences(): void {
    const built = this.#built.read();
    const bundles = new Set(this.#bundles().map((year) => `year:${year}`));
    for (const name of [...this.#years().map((year) => `year:${year}`), ...bundles]) {
      // A bundle that somebody took away, or a part of it, is made again, whatever the record says.
      const isWhole = bundles.has(name) && this.#bundle(name.slice('year:'.length)).isWhole;
      if (!isWhole || built[name] !== this.#digest(name)) this.#stale.add(name);
    }
  }

  /** When `build` has old files to remove; undefined when there are none. */
  get pruneAt(): number | undefined {
    return Number.isFinite(this.#pruneAt) ? this.#pruneAt : undefined;
  }

  /**
   * Rebuilds what is stale, and what becomes so meanwhile; then removes files that no page needs any more. Calls
   * while it runs wait for the same run.
   */
  async build(): Promise<void> {
    this.#running ??= this.#buildStale().finally(() => {
      this.#running = undefined;
    });
    await this.#running;
  }

  async #buildStale(): Promise<void> {
    this.#writeYears();
    // A year's files are put in their place while Pagefind is at the next.
    let shown = { name: '', done: Promise.resolve() };
    try {
      for (;;) {
        // Until it is in its place, what Pagefind wrote of a year is in the way of the same year made anew.
        if ([undefined, shown.name].includes(this.#newestStale())) await shown.done;
        const name = this.#newestStale();
        if (name === undefined) break;
        this.#stale.delete(name);
        const made = await this.#orStale(name, this.#makeYear(name));
        await shown.done;
        shown = { name, done: this.#orStale(name, this.#showYear(made)) };
        shown.done.catch(() => undefined); // told when it is awaited
      }
    } finally {
      // The next run finds nobody at work in its folders.
      await shown.done;
    }
    this.#prune(Date.now());
  }

  async #orStale<T>(name: string, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.#stale.add(name);
      throw new Error(`search index of ${name} failed`, { cause: error });
    }
  }

  #prune(now: number): void {
    if (now < this.#pruneAt) return;
    const named = new Set(this.#readYears());
    const next = this.#bundles().flatMap(
      (year) => this.#bundle(year).prune(named.has(Number(year)), now) ?? [],
    );
    this.#pruneAt = Math.min(...next);
  }

  /** Gives a year's articles to Pagefind, which writes its files into a folder of their own. */
  async #makeYear(name: string): Promise<MadeYear> {
    const digest = this.#digest(name);
    const year = name.slice('year:'.length);
    const ids = [...this.#idsOf(name)];
    // Written by Pagefind and read one by one: a year at once would come as one message of many megabytes.
    const draft = `${this.#record}.${year}`;
    rmSync(draft, { recursive: true, force: true });
    const made: MadeYear = {
      ...{ name, year, draft, digest: ids.length > 0 ? digest : undefined },
      ...{ indexed: new Map(), words: new WordCount(), terms: new Set(), shown: new Map() },
    };
    if (ids.length > 0) {
      const { index, errors } = await createIndex({ forceLanguage: 'nb', writePlayground: false });
      if (index === undefined) throw new Error(errors.join('\n'));
      // The next one is prepared while Pagefind reads the last.
      let last: Promise<void> = Promise.resolve();
      for (const id of ids) {
        const next = this.#addArticle(index, id, made);
        next.catch(() => undefined); // told below, in its turn
        await last;
        last = next;
      }
      await last;
      const writing = index.writeFiles({ outputPath: draft });
      await this.#prepareNextUntil(writing);
      const written = await writing;
      if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
      await index.deleteIndex();
    }
    this.#indexed = made.indexed;
    return made;
  }

  async #showYear(made: MadeYear): Promise<void> {
    const { name, year, draft, digest, words, terms, shown } = made;
    this.#words.replace(year, words);
    if (digest !== undefined) await this.#bundle(year).replace(new PublicFolder(draft), shown);
    await new WordYears(this.#folder).replace(year, terms);
    rmSync(draft, { recursive: true, force: true });
    this.#built.write(name, digest);
    this.#writeYears();
    this.#pruneAt = Math.min(this.#pruneAt, Date.now() + grace);
  }

  async #addArticle(index: PagefindIndex, id: string, year: MadeYear): Promise<void> {
    const article = this.#published.article(id);
    if (article === undefined) return;
    const version = this.#versionOf(id);
    const made = [this.#indexed, this.#ahead]
      .map((known) => known.get(id))
      .find((known) => known?.version === version) ?? {
      version,
      ...foundBy(article, this.#published),
    };
    year.indexed.set(id, made);
    year.words.add([made.read, ...made.names].join('\n'));
    const about = aboutOf(article, this.#published);
    year.shown.set(articlePath(article.slug), { read: made.read, about });
    const record = searchRecord(article, this.#published, made);
    for (const words of [record.content, record.meta?.['title'], record.meta?.['alike']])
      for (const word of words?.split(/\s+/) ?? []) year.terms.add(word);
    const { errors } = await index.addCustomRecord(record);
    if (errors.length > 0) throw new Error(errors.join('\n'));
  }

  /** Pagefind writes a year for seconds, on another processor: meanwhile the next year's texts are made ready. */
  async #prepareNextUntil(written: Promise<unknown>): Promise<void> {
    let isWritten = false;
    const end = () => (isWritten = true);
    written.then(end, end);
    this.#ahead.clear();
    for (const id of this.#idsOf(this.#newestStale() ?? '')) {
      // Readers are answered in between.
      await new Promise((resolve) => setImmediate(resolve));
      if (isWritten) return;
      try {
        const article = this.#published.article(id);
        if (article === undefined) continue;
        this.#ahead.set(id, { version: this.#versionOf(id), ...foundBy(article, this.#published) });
      } catch {
        return; // a head start and no more: the error is told when that year itself is made
      }
    }
  }

  #newestStale = (): string | undefined => [...this.#stale].sort().at(-1);

  #idsOf = (name: string): readonly string[] =>
    this.#published.list(`year:${Number(name.slice('year:'.length))}`)?.ids ?? [];

  /** What a year's bundle is made of. */
  #digest(name: string): string {
    return hash('sha1', [format, ...this.#idsOf(name).map((id) => this.#versionOf(id))].join('\n'));
  }

  #versionOf = (id: string): string => indexedVersion(this.#published, id);

  #writeYears(): void {
    const built = this.#built.read();
    const years = this.#years().flatMap((year) => {
      const version = built[`year:${year}`]?.slice(0, 8);
      return version === undefined ? [] : [[year, this.#count(year), version]];
    });
    const named = new Set(years.map(([year]) => Number(year)));
    for (const year of this.#readYears()) if (!named.has(year)) this.#bundle(year).retire();
    this.#folder.write(yearsFile, JSON.stringify(years));
    this.#folder.write(wordsFile, this.#words.list(named).join(' '));
  }

  /** Those that the search page is told of. */
  #readYears(): number[] {
    try {
      // why: written above, and one that is not there or torn names nothing.
      const told = JSON.parse(this.#folder.read(yearsFile).toString()) as [number][];
      return told.map(([year]) => year);
    } catch {
      return [];
    }
  }

  #bundle = (year: number | string): SearchBundle => new SearchBundle(this.#folder, year);

  #bundles(): string[] {
    const folder = join(this.#folder.root, searchFolder);
    return existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+$/.test(name)) : [];
  }

  #count = (year: number): number => this.#idsOf(`year:${year}`).length;

  #years(): number[] {
    return this.#published
      .listNames()
      .filter((name) => name.startsWith('year:'))
      .map((name) => Number(name.slice('year:'.length)))
      .filter((year) => this.#count(year) > 0)
      .sort((a, b) => b - a);
  }
}

const yearOf = (publishedAt: string) => `year:${year(publishedAt)}`;
