import {
  assetsFolder,
  fileFolder,
  imageFolder,
  indexNowPath,
  searchFolder,
  sharePictureFolder,
  redirectsFile,
  articlePath,
  publicFile,
} from '../../../content/model/urls.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { DependencyLog } from '../store/dependency-log.ts';
import { SitePaths, type Rank } from './site-paths.ts';
import type { Pictures } from './pictures.ts';
import type { ReceiptBook } from '../receipt-book.ts';
import {
  findMoved,
  formatRedirects,
  redirectPage,
  redirectPages,
  type Moved,
} from '../http/redirect-file.ts';
import { renderPage, type Origins } from './render-page.ts';
import type { SharePictures } from '../share-pictures/share-pictures.ts';
import type { Compressed } from './compressed.ts';
import type { PublicFolder } from './public-folder.ts';
import { setTimeout as sleep } from 'node:timers/promises';

export interface RendererParts {
  published: DocumentStore;
  folder: PublicFolder;
  compressed: Compressed;
  render: (request: Request, locals: App.Locals) => Promise<Response>;
  site: Origins;
  pictures: Pictures;
  sharePictures: SharePictures;
  receipts: ReceiptBook;
}

const longestCheck = 500;
const ranks: Rank[] = ['article', 'list', 'feed', 'map'];

/** Renders what changed, in the order that keeps every link alive: articles, lists, feeds, then removals. */
export class Renderer {
  readonly log: DependencyLog;
  #parts: RendererParts;
  /** Addresses whose files are on disk and whose queries are in the dependency log. */
  #rendered = new Set<string>();
  /** Addresses that the full pass of the start will come to by itself. */
  #awaiting: Set<string>;
  #redirects = '';
  moved: Map<string, Moved> = new Map();
  /** Pages that could not be rendered, with the reason; tried again with every release and poll. */
  readonly failed = new Map<string, string>();

  constructor(parts: RendererParts) {
    this.#parts = parts;
    this.log = new DependencyLog(parts.published);
    const paths = new SitePaths(parts.published);
    this.moved = findMoved(parts.published, paths);
    this.#awaiting = new Set(paths.all());
  }

  get pageCount(): number {
    return this.#rendered.size;
  }

  /**
   * Renders the pages that a change made stale, the new ones, and removes those that are gone.
   * `onArticlesOut` is called as soon as the articles are written, before the lists. The site map takes long
   * enough to keep a reader waiting: it is rendered when that call has ended, or after half a second.
   */
  async publish(
    touched: ReadonlySet<string>,
    onArticlesOut: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const paths = new SitePaths(this.#parts.published);
    const stale = this.log.stalePages(touched);
    // Nothing in particular was touched: whatever is missing is made.
    const candidates = touched.size === 0 ? paths.all() : paths.others.keys();
    for (const path of candidates) {
      if (!this.#rendered.has(path) && !this.#awaiting.has(path)) stale.add(path);
    }
    for (const path of this.failed.keys()) stale.add(path);
    for (const path of this.#articlesIn(touched)) if (!this.#rendered.has(path)) stale.add(path);
    await this.#renderAll(paths, stale, onArticlesOut);
    this.#removeGone(paths);
    this.#writeMoved(paths);
    // One that is gone is nobody's, whatever a page still asks for.
    this.#parts.pictures.removeUnused((id) =>
      (['media', 'file'] as const).some(
        (type) =>
          this.log.isRead(`doc:${type}:${id}`) && this.#parts.published.get(type, id) !== undefined,
      ),
    );
  }

  /**
   * Renders everything, whatever is on disk, and removes what no address owns: the cure for whatever a
   * killed process left behind. Between pages `interrupt` may publish what is newer.
   */
  async publishAll(options: {
    interrupt: () => Promise<void>;
    /** Nothing is on disk yet: articles before what links to them. */
    isFresh: boolean;
    progress?: (done: number, total: number) => void;
  }): Promise<void> {
    const paths = new SitePaths(this.#parts.published);
    const all = paths.all();
    this.#awaiting = new Set(all);
    let done = 0;
    // Over an existing site the lists come first: they are few, and a new article is to be seen on them.
    for (const rank of options.isFresh ? ranks : (['list', 'feed', 'map', 'article'] as const)) {
      for (const path of all) {
        if (paths.rank(path) !== rank) continue;
        await this.#render(path);
        await yieldToEventLoop();
        options.progress?.((done += 1), all.length);
        await options.interrupt();
      }
    }
    this.#awaiting.clear();
    await this.publish(new Set());
    this.#parts.pictures.prune();
    this.#parts.sharePictures.prune();
    this.#prune(new SitePaths(this.#parts.published));
    options.progress?.(all.length, all.length);
  }

  async #renderAll(
    paths: SitePaths,
    stale: ReadonlySet<string>,
    onArticlesOut: () => Promise<void>,
  ): Promise<void> {
    let isChecked = Promise.resolve();
    for (const rank of ranks) {
      if (rank === 'map') await Promise.race([isChecked, sleep(longestCheck)]);
      for (const path of stale) {
        if (paths.rank(path) !== rank) continue;
        await this.#render(path);
        await yieldToEventLoop();
      }
      this.#parts.receipts.rankIsOut(rank);
      if (rank === 'article') isChecked = onArticlesOut();
    }
  }

  async #render(path: string): Promise<void> {
    const { render, site, pictures } = this.#parts;
    const { store, done } = this.log.record(path);
    const recorded = pictures.watch(store);
    try {
      const page = await renderPage({ render, path, store: recorded.store, site });
      await pictures.provide(recorded.shown);
      this.#parts.compressed.write(publicFile(path), page);
    } catch (error) {
      // One page that fails must not hold up the others: it is shown in the status and tried again.
      this.failed.set(path, error instanceof Error ? error.message : String(error));
      return;
    }
    this.failed.delete(path);
    done();
    this.#rendered.add(path);
    this.#parts.sharePictures.follow(path);
    this.#awaiting.delete(path);
    this.#parts.receipts.pageIsOut(path);
  }

  #articlesIn(touched: ReadonlySet<string>): string[] {
    return [...touched].flatMap((tag) => {
      const id = tag.startsWith('doc:article:') ? tag.slice('doc:article:'.length) : undefined;
      const held = id === undefined ? undefined : this.#parts.published.get('article', id);
      return held === undefined ? [] : [articlePath(held.document.slug)];
    });
  }

  #removeGone(paths: SitePaths): void {
    for (const path of this.failed.keys()) if (!paths.has(path)) this.failed.delete(path);
    for (const path of this.#rendered) {
      if (paths.has(path)) continue;
      this.#parts.compressed.remove(publicFile(path));
      this.log.forget(path);
      this.#rendered.delete(path);
      this.#parts.sharePictures.follow(path);
    }
  }

  #writeMoved(paths: SitePaths): void {
    const { published, folder, compressed, site } = this.#parts;
    const before = this.moved;
    const moved = findMoved(published, paths);
    const pages = redirectPages(moved);
    for (const [from, to] of pages) compressed.write(publicFile(from), redirectPage(to, site.url));
    for (const from of redirectPages(before).keys()) {
      if (!paths.has(from) && !pages.has(from)) compressed.remove(publicFile(from));
    }
    const file = formatRedirects(moved);
    if (file !== this.#redirects) folder.write(redirectsFile, file);
    this.#redirects = file;
    this.moved = moved;
  }

  /** Files that no address owns: left by a killed process or by an older version of the site. */
  #prune(paths: SitePaths): void {
    const { folder, compressed } = this.#parts;
    const own = new Set(paths.all().map(publicFile));
    for (const from of redirectPages(this.moved).keys()) own.add(publicFile(from));
    for (const name of folder.names()) {
      if (own.has(name) || compressed.isOf(name, own) || isKept(name) || isPublicAsset(name))
        continue;
      folder.remove(name);
    }
  }
}

const keptFolders = new Set<string>([
  assetsFolder,
  imageFolder,
  fileFolder,
  sharePictureFolder,
  searchFolder,
]);
const keptFiles = new Set<string>([redirectsFile, publicFile(indexNowPath)]);

/** What others than the renderer write, and clear away. */
const isKept = (name: string) =>
  keptFiles.has(name) || (/[/\\]/.test(name) && keptFolders.has(name.split(/[/\\]/)[0] ?? ''));

/** Files of `public/`, copied to the root of the site: all lie outside folders and are no pages. */
const isPublicAsset = (name: string) =>
  !/[/\\]/.test(name) && /\.(svg|png|ico|webmanifest)$/.test(name);

/** Lets the server answer readers between two pages. */
const yieldToEventLoop = () => new Promise<void>((resolve) => setImmediate(resolve));
