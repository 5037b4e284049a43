import { z } from 'zod';
import type { Article } from '../../../content/model/article.ts';
import type {
  Change,
  Changes,
  DocumentType,
  Media,
  StoredFile,
  Published,
} from '../../../content/model/documents.ts';
import { LinkEnded, type CmsClient } from '../connect-cms.ts';
import type { Rendered } from '../../../content/wire/receipt.ts';

type DocumentOf<T extends DocumentType> = Extract<Published, { type: T }>['document'];

/** A CMS that is only memory: documents, tombstones, and a feed of what changed. */
export class StubCms implements CmsClient {
  /** Receipts that were reported, oldest first. */
  readonly reported: Rendered[] = [];
  /** Articles that were never published. */
  readonly drafts: Article[] = [];
  /** Links that were given away before (ISO 8601 UTC) are dead. */
  restoredAt = '';
  /** While true, every call fails as if the CMS were off. */
  isOff = false;
  /** While true, picture files cannot be had. */
  picturesAreOff = false;
  /** Changes in one answer of the feed. */
  readonly #limit: number;
  readonly #now = new Map<string, Change>();
  readonly #log: string[] = [];

  constructor(documents: readonly Published[] = [], { limit = 200 } = {}) {
    this.#limit = limit;
    for (const document of documents) this.put(document);
  }

  /** Counts every change; revisions are made of it. */
  get time(): number {
    return this.#log.length;
  }

  /** Who has the right to write into the target; anybody may take it when it is nobody's. */
  targetHolder: string | undefined;

  takeTargetRight(holder: string): Promise<number | undefined> {
    this.targetHolder ??= holder;
    return Promise.resolve(this.targetHolder === holder ? 15_000 : undefined);
  }

  put(published: Published): void {
    this.#note(keyOf(published.type, published.document.id), published);
  }

  /** Takes a document away; `path` answers 410 from here on. */
  remove(type: DocumentType, id: string, path: string | null): void {
    this.#note(keyOf(type, id), { type: 'removed', of: type, id, path });
  }

  all<T extends DocumentType>(type: T): DocumentOf<T>[] {
    return [...this.#now.values()].flatMap((each) =>
      // keys of the map say the type, and put() filed each under its own
      each.type === type ? [each.document as DocumentOf<T>] : [],
    );
  }

  /** Everything public and every tombstone, in one answer. */
  everything(): Changes {
    return { changes: [...this.#now.values()], cursor: String(this.time), more: false };
  }

  /** What changed since a time, in one answer. */
  since(from: number): Changes {
    return this.#between(from, this.#log.length);
  }

  async changes(cursor: string | null): Promise<Changes> {
    this.#assertOn();
    const from = Number(cursor ?? 0);
    return this.#between(from, Math.min(this.#log.length, from + this.#limit));
  }

  #between(from: number, to: number): Changes {
    const keys = [...new Set(this.#log.slice(from, to))];
    return {
      changes: keys.flatMap((key) => this.#now.get(key) ?? []),
      cursor: String(to),
      more: to < this.#log.length,
    };
  }

  async draft(
    id: string,
    { sharedAt, unsaved }: { sharedAt?: string | undefined; unsaved?: unknown } = {},
  ): Promise<{ article: Article; media: Media[]; files: StoredFile[] }> {
    this.#assertOn();
    if (sharedAt !== undefined && sharedAt < this.restoredAt) throw new LinkEnded(id);
    const article = [...this.drafts, ...this.all('article')].find((each) => each.id === id);
    if (!article) throw new Error(`no draft ${id}`);
    const { title } = z.object({ title: z.string().default(article.title) }).parse(unsaved ?? {});
    return {
      ...{ article: { ...article, title, revision: 'draft' }, media: this.all('media') },
      files: this.all('file'),
    };
  }

  async upload(name: string): Promise<Buffer> {
    this.#assertOn();
    if (this.picturesAreOff) throw new Error('no pictures for the moment');
    return Buffer.from(`picture ${name}`);
  }

  async report(receipts: Rendered[]): Promise<void> {
    this.#assertOn();
    this.reported.push(...receipts);
  }

  #note(key: string, change: Change): void {
    this.#now.delete(key);
    this.#now.set(key, change);
    this.#log.push(key);
  }

  #assertOn(): void {
    if (this.isOff) throw new Error('the CMS is off');
  }
}

const keyOf = (type: DocumentType, id: string) => `${type}:${id}`;
