import type { AreaLog } from '../../content/log/open-log.ts';
import type { Change } from '../../content/model/documents.ts';
import { removedRevision, type Rendered } from '../../content/wire/receipt.ts';
import { articlePath } from '../../content/model/urls.ts';
import { keyOf } from './store/document-file.ts';
import type { Compressed } from './render/compressed.ts';
import { hourOf, type DocumentStore } from './store/document-store.ts';
import type { CmsClient } from './connect-cms.ts';
import type { Pictures } from './render/pictures.ts';
import type { Renderer } from './render/renderer.ts';
import type { ReceiptBook } from './receipt-book.ts';
import { grace } from './search/search-bundle.ts';
import type { SearchIndex } from './search/search-index.ts';
import type { SharePictures } from './share-pictures/share-pictures.ts';

const pollEvery = 2_000;
const searchDelay = 800;

interface Parts {
  cms: CmsClient;
  published: DocumentStore;
  renderer: Renderer;
  pictures: Pictures;
  compressed: Compressed;
  sharePictures: SharePictures;
  receipts: ReceiptBook;
  search: SearchIndex;
  log: AreaLog;
}

/** Pull → apply → publish → report, for ever. Pings make it faster; the poll makes it certain. */
export class SyncLoop {
  #parts: Parts;
  #state: 'starting' | 'working' | 'idle' = 'starting';
  #lastError: string | null = null;
  /** ISO 8601 UTC. */
  #failingSince: string | null = null;
  #isCmsSilent = false;
  #wake: () => void = () => undefined;
  #isPinged = false;
  #searchTimer: NodeJS.Timeout | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  ping(): void {
    this.#isPinged = true;
    this.#wake();
  }

  status() {
    const { renderer, published, pictures, sharePictures, search } = this.#parts;
    return {
      state: this.#state,
      pages: renderer.pageCount,
      articles: published.list('all')?.ids.length ?? 0,
      pending: pictures.missing.size + sharePictures.pending,
      failed: Object.fromEntries([...renderer.failed, ...sharePictures.failed]),
      lastError: this.#lastError,
      failingSince: this.#failingSince,
      searchPending: search.isStale,
    };
  }

  /** Whether all is as it was published, or nobody is there to ask. */
  get isCurrent(): boolean {
    return this.#state !== 'starting' || this.#isCmsSilent;
  }

  /** The full pass of the start, changes first, and then changes as they come. */
  async run(isFresh: boolean): Promise<never> {
    await this.#pull(); // what is newest, before the first page
    // Without a copy of its own a site must not take an empty CMS's silence for an empty publication.
    while (this.#parts.published.cursor() === null) {
      await this.#rest();
      await this.#pull();
    }
    await this.publishAll({ isFresh });
    for (;;) {
      this.#state = 'idle';
      const poll = this.#rest();
      await this.#inTurn(() => this.#workAheadUntil(poll));
      await poll;
      this.#state = 'working';
      await this.#inTurn(() => this.#follow());
    }
  }

  /** Renders everything; one at a time with the loop's own work. With `onPulled` all is fetched anew first. */
  publishAll(options: {
    isFresh?: boolean;
    onPulled?: () => void;
    progress?: (done: number, total: number) => void;
  }): Promise<void> {
    return this.#inTurn(async () => {
      const { renderer, search } = this.#parts;
      if (options.onPulled !== undefined) {
        await this.#tryToPullEverything();
        options.onPulled();
      }
      await renderer.publishAll({
        isFresh: options.isFresh ?? false,
        interrupt: () => (this.#isPinged ? this.#follow() : Promise.resolve()),
        ...(options.progress === undefined ? {} : { progress: options.progress }),
      });
      if (options.onPulled !== undefined) search.touchAll();
      else search.touchDifferences();
      this.#scheduleSearch(0);
    });
  }

  /** Receipts at exactly these revisions. What was published before this process started is on disk: adopted. */
  receiptsFor(articles: readonly { id: string; revision: string }[]): Rendered[] {
    const { published, receipts, search } = this.#parts;
    return articles.flatMap(({ id, revision }) => {
      const found = receipts.find(id, revision);
      if (found !== undefined) return [found];
      const document = published.get('article', id)?.document;
      const isHere =
        revision === removedRevision ? document === undefined : document?.revision === revision;
      if (!isHere || this.#state !== 'idle') return [];
      const adopted = receipts.adopt(
        id,
        revision,
        document === undefined ? '' : articlePath(document.slug),
      );
      if (!search.isStale) receipts.searchIsOut();
      return [receipts.find(id, revision) ?? adopted];
    });
  }

  /** Share pictures, and the last percents of a page's weight, are for later: whatever else is to be done goes first. */
  async #workAheadUntil(poll: Promise<void>): Promise<void> {
    let isOver = false;
    void poll.then(() => (isOver = true));
    await this.#parts.sharePictures.renderMissing(() => isOver);
    await this.#parts.compressed.improve(() => isOver);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined); // the caller gets the failure; the next in turn does not care
    return result;
  }

  async #follow(): Promise<void> {
    this.#isPinged = false;
    const { pictures, published, renderer } = this.#parts;
    await pictures.retryMissing();
    if (renderer.failed.size > 0) await renderer.publish(new Set());
    const hour = hourOf(Date.now());
    if (published.hour !== hour) {
      published.hour = hour;
      published.generation += 1;
      await renderer.publish(new Set(['hour'])); // what was news two days ago is not any more
    }
    await this.#pull();
  }

  /** Takes over what changed and publishes it. Never throws: the CMS may be off, the site goes on. */
  async #pull(): Promise<void> {
    const { cms, published } = this.#parts;
    try {
      if (published.cursor() === null) {
        await this.#pullEverything(); // the full pass that follows renders it
      }
      for (let more = true; more;) {
        const answer = await cms.changes(published.cursor());
        await this.#publish(answer.changes, answer.cursor);
        more = answer.more;
      }
      this.#cmsAnswers();
    } catch (error) {
      this.#failed(error);
    }
  }

  async #publish(changes: readonly Change[], cursor: string): Promise<void> {
    const { published, renderer, receipts, search } = this.#parts;
    receipts.pulled(changes);
    const touched = published.apply(changes, cursor);
    if (touched.size === 0) {
      receipts.settled(renderer.failed);
      return;
    }
    // The CMS looks through the front door while the lists are made, and hears of those afterwards.
    await renderer.publish(touched, () => this.#report(changes));
    receipts.settled(renderer.failed);
    void this.#report(changes);
    search.touch(touched);
    if (search.isStale) this.#scheduleSearch(searchDelay);
  }

  /** Tells the CMS what is out. A report that is lost is asked for by the CMS. */
  async #report(changes: readonly Change[]): Promise<void> {
    const ids = changes.flatMap((change) =>
      change.type === 'article'
        ? [change.document.id]
        : change.type === 'removed' && change.of === 'article'
          ? [change.id]
          : [],
    );
    const receipts = this.#parts.receipts.rendered(ids);
    if (receipts.length === 0) return;
    try {
      await this.#parts.cms.report(receipts);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** For `publish-all`: with the CMS off the own copy must do, if there is a whole one. */
  async #tryToPullEverything(): Promise<void> {
    try {
      await this.#pullEverything();
    } catch (error) {
      if (this.#parts.published.cursor() === null) throw error;
      this.#failed(error);
    }
  }

  /** The cursor is kept when all is here, so that a process that dies underway does not take a part for the whole. */
  async #pullEverything(): Promise<void> {
    const { cms, published } = this.#parts;
    const keys = new Set<string>();
    let cursor: string | null = null;
    for (let more = true; more;) {
      const answer = await cms.changes(cursor);
      for (const change of answer.changes) keys.add(keyOf(change));
      published.apply(answer.changes, null);
      ({ cursor, more } = answer);
    }
    const hadArticles = published.all('article').length > 0;
    if (cursor === null || (hadArticles && ![...keys].some((key) => key.startsWith('article:')))) {
      throw new Error('the CMS has no published article: the site is left as it is');
    }
    published.keepOnly(keys, cursor);
  }

  #scheduleSearch(after: number): void {
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => void this.#buildSearch(), after);
  }

  async #buildSearch(): Promise<void> {
    try {
      await this.#parts.search.build();
      const { isStale, pruneAt } = this.#parts.search;
      if (isStale) return; // touched a moment ago, and scheduled by whoever did
      this.#parts.receipts.searchIsOut();
      // Never longer than a file may have to wait: the clock may have been set back.
      if (pruneAt !== undefined) this.#scheduleSearch(Math.min(pruneAt - Date.now(), grace));
    } catch (error) {
      this.#failed(error);
      this.#scheduleSearch(10_000);
    }
  }

  #rest(): Promise<void> {
    if (this.#isPinged) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pollEvery);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #cmsAnswers(): void {
    if (this.#isCmsSilent) this.#parts.log.info({ area: 'publish', msg: 'the CMS answers again' });
    this.#isCmsSilent = false;
    this.#lastError = null;
    this.#failingSince = null;
  }

  #failed(error: unknown): void {
    this.#lastError = describe(error);
    this.#failingSince ??= new Date().toISOString();
    if (!this.#isCmsSilent)
      this.#parts.log.error({ area: 'publish', msg: 'publishing is held up', err: error });
    this.#isCmsSilent = true;
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
