import { articlePath } from '../../content/model/urls.ts';
import type { Change } from '../../content/model/documents.ts';
import { removedRevision, type Rendered } from '../../content/wire/receipt.ts';
import type { Rank } from './render/site-paths.ts';

interface Entry extends Rendered {
  path: string;
  isRendered: boolean;
}

const rememberedReceipts = 2_000;
const now = () => new Date().toISOString();

/** The newest releases, each with the time of every step. Lost at a restart; the CMS asks again. */
export class ReceiptBook {
  #entries = new Map<string, Entry>();

  /** Articles and removals among the changes start a receipt. */
  pulled(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.type === 'article') {
        const { id, revision, slug } = change.document;
        this.#start(id, revision, articlePath(slug));
      } else if (change.type === 'removed' && change.of === 'article') {
        this.#start(change.id, removedRevision, change.path ?? '');
      }
    }
  }

  pageIsOut(path: string): void {
    for (const entry of this.#open()) {
      if (entry.path !== path || entry.revision === removedRevision) continue;
      entry.renderedAt = now();
      entry.isRendered = true;
    }
  }

  rankIsOut(rank: Rank): void {
    for (const entry of this.#open()) {
      if (rank === 'list') entry.listsAt ??= now();
      if (rank === 'feed') entry.feedsAt ??= now();
    }
  }

  /** A release is over: all is out, but for pages that could not be rendered. */
  settled(failed: ReadonlyMap<string, string>): void {
    for (const entry of this.#open()) {
      if (failed.has(entry.path)) continue;
      if (!entry.isRendered) entry.renderedAt = now();
      entry.isRendered = true;
    }
  }

  searchIsOut(): void {
    for (const entry of this.#entries.values())
      if (entry.feedsAt !== null) entry.searchAt ??= now();
  }

  /** A receipt at exactly this revision, once it is rendered. */
  find(id: string, revision: string): Rendered | undefined {
    const entry = this.#entries.get(id);
    return entry?.revision === revision && entry.isRendered && entry.feedsAt !== null
      ? toReceipt(entry)
      : undefined;
  }

  /** For what was published before this process started: it is on disk, its steps are not known apart. */
  adopt(id: string, revision: string, path: string): Rendered {
    this.#start(id, revision, path);
    for (const rank of ['list', 'feed'] as const) this.rankIsOut(rank);
    this.settled(new Map());
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new Error('a receipt that was just started is gone');
    return toReceipt(entry);
  }

  rendered(ids: readonly string[]): Rendered[] {
    return ids.flatMap((id) => {
      const entry = this.#entries.get(id);
      return entry?.isRendered === true ? [toReceipt(entry)] : [];
    });
  }

  #start(id: string, revision: string, path: string): void {
    if (this.#entries.get(id)?.revision === revision) return;
    this.#entries.delete(id);
    this.#entries.set(id, {
      ...{ id, revision, path, pulledAt: now(), renderedAt: '', isRendered: false },
      ...{ listsAt: null, feedsAt: null, searchAt: null },
    });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > rememberedReceipts && oldest !== undefined)
      this.#entries.delete(oldest);
  }

  #open(): Entry[] {
    return [...this.#entries.values()].filter(
      ({ isRendered, feedsAt }) => !isRendered || feedsAt === null,
    );
  }
}

const toReceipt = ({ path: _path, isRendered: _isRendered, ...receipt }: Entry): Rendered =>
  receipt;
