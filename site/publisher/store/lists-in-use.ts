import { articleKinds, type ArticleKind } from '../../../content/model/article.ts';
import { letters } from '../../src/typesetting/letters.ts';
import type { ListName } from '../../src/store.ts';
import type { DocumentStore } from './document-store.ts';

/** Is told of everything a query reads: a key that `DocumentStore.apply` may touch, and what stands there. */
export type OnRead = (key: string, value: string) => void;

/** The queries about which lists there are: those with an article in them. */
export class ListsInUse {
  readonly #documents: DocumentStore;
  readonly #onRead: OnRead;

  constructor(documents: DocumentStore, onRead: OnRead) {
    this.#documents = documents;
    this.#onRead = onRead;
  }

  years(): number[] {
    return this.#endings('year:').map(Number).reverse();
  }

  months() {
    return this.#endings('month:')
      .reverse()
      .map((month) => {
        const count = this.#documents.list(`month:${month}`)?.ids.length ?? 0;
        this.#onRead(`list:month:${month}#end`, String(count));
        return { month, count };
      });
  }

  kinds(): ArticleKind[] {
    const used = new Set(this.#endings('kind:'));
    return articleKinds.filter((kind) => used.has(kind));
  }

  letters(): string[] {
    const used = new Set(this.#endings('letter:'));
    return letters.filter((letter) => used.has(letter));
  }

  has(listName: string): boolean {
    return (this.#documents.list(listName as ListName)?.ids.length ?? 0) > 0; // names of lists come from the store
  }

  /** What the names of lists that begin so end in. */
  #endings(prefix: 'year:' | 'month:' | 'kind:' | 'letter:'): string[] {
    const used = this.#documents
      .listNames()
      .filter((name) => name.startsWith(prefix) && this.has(name))
      .map((name) => name.slice(prefix.length))
      .sort();
    this.#onRead('names', used.join());
    return used;
  }
}
