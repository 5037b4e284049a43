import { hash } from 'node:crypto';
import { StoreQueries } from './store-queries.ts';
import type { DocumentStore } from './document-store.ts';
import type { Store } from '../../src/store.ts';

interface Result {
  value: unknown;
  /** Keys of what was read for it. */
  keys: Set<string>;
  /** Digest of the keys and what stood there: equal digests, equal results. */
  digest: string;
}

/** A key of the document store, and the queries that read what stands there. */
interface Dependency {
  key: string;
  queries: Set<Query>;
}

/** What is kept of a query between renderings: there are tens of thousands, so no more than needed. */
interface Query {
  text: QueryText;
  digest: string;
  dependencies: readonly Dependency[];
  pages: Set<string>;
}

/** The name of the method and its arguments, as JSON. */
type QueryText = string;

/**
 * Which page made which queries, and what they depend on. Recorded while pages render, never guessed: after a change,
 * the queries that depend on what was touched run again, and the pages whose results differ are stale.
 */
export class DependencyLog {
  #documents: DocumentStore;
  #queries = new Map<QueryText, Query>();
  #dependencies = new Map<string, Dependency>();
  #byPage = new Map<string, readonly Query[]>();
  /** Results since the last change: many pages make the same queries. */
  #fresh = new Map<QueryText, Result>();
  #freshAt = 0;

  constructor(documents: DocumentStore) {
    this.#documents = documents;
  }

  /** A store for one rendering of one page. Call `done` when it is rendered: from then on the page is known. */
  record(page: string): { store: Store; done: () => void } {
    const results = new Map<QueryText, Result>();
    return {
      store: recordingStore(results, (text) => this.#run(text)),
      done: () => this.#remember(page, results),
    };
  }

  /** Pages with a query whose result differs after a change that touched these keys. */
  stalePages(touched: ReadonlySet<string>): Set<string> {
    const stale = new Set<string>();
    const affected = new Set<Query>();
    for (const key of touched) {
      for (const query of this.#dependencies.get(key)?.queries ?? []) affected.add(query);
    }
    for (const query of affected) {
      if (this.#run(query.text).digest === query.digest) continue;
      for (const page of query.pages) stale.add(page);
    }
    return stale;
  }

  /** Whether any page depends on this key. */
  isRead(key: string): boolean {
    return this.#dependencies.has(key);
  }

  forget(page: string): void {
    this.#remember(page, new Map());
    this.#byPage.delete(page);
  }

  #run(text: QueryText): Result {
    if (this.#freshAt !== this.#documents.generation) {
      this.#fresh.clear();
      this.#freshAt = this.#documents.generation;
    }
    const known = this.#fresh.get(text);
    if (known !== undefined) return known;
    const result = run(this.#documents, text);
    // The result of a query that one page alone makes is not kept: nobody would read it again.
    if ((this.#queries.get(text)?.pages.size ?? 0) > 1) this.#fresh.set(text, result);
    return result;
  }

  #remember(page: string, results: ReadonlyMap<QueryText, Result>): void {
    const before = this.#byPage.get(page) ?? [];
    const queries = [...results].map(([text, { keys, digest }]) => {
      const query = this.#queries.get(text) ?? {
        text,
        digest: '',
        dependencies: [],
        pages: new Set(),
      };
      this.#queries.set(text, query);
      if (query.digest !== digest) this.#depend(query, keys, digest); // equal digests, equal keys
      query.pages.add(page);
      return query;
    });
    this.#byPage.set(page, queries);
    for (const query of before) {
      if (results.has(query.text)) continue;
      query.pages.delete(page);
      if (query.pages.size > 0) continue;
      this.#depend(query, [], '');
      this.#queries.delete(query.text);
    }
  }

  /** Replaces what a query depends on; keys that no query depends on are forgotten. */
  #depend(query: Query, keys: Iterable<string>, digest: string): void {
    for (const dependency of query.dependencies) dependency.queries.delete(query);
    const before = query.dependencies;
    query.digest = digest;
    query.dependencies = Array.from(keys, (key) => {
      const dependency = this.#dependencies.get(key) ?? { key, queries: new Set() };
      this.#dependencies.set(key, dependency);
      dependency.queries.add(query);
      return dependency;
    });
    for (const { key, queries } of before) if (queries.size === 0) this.#dependencies.delete(key);
  }
}

/** Runs a query and records what it reads. */
function run(documents: DocumentStore, text: QueryText): Result {
  const keys = new Set<string>();
  const read: string[] = [];
  const queries = new StoreQueries(documents, (key, value) => {
    keys.add(key);
    read.push(`${key}=${value}`);
  });
  // why: texts are only ever made by `recordingStore`, from the name and arguments of a method of Store.
  const [name, ...parameters] = JSON.parse(text) as [keyof Store, ...never[]];
  const method = queries[name] as (...parameters: unknown[]) => unknown; // as above
  const value = method.apply(queries, parameters);
  return { value, keys, digest: hash('sha1', read.join('\n'), 'base64') };
}

/** Runs each query once; the same query twice on one page gives the same object. */
function recordingStore(
  results: Map<QueryText, Result>,
  runQuery: (text: QueryText) => Result,
): Store {
  const methods = new Map<string | symbol, (...parameters: unknown[]) => unknown>();
  const methodNamed = (name: string | symbol) => {
    const method = (...parameters: unknown[]) => {
      const text = JSON.stringify([name, ...parameters]);
      let result = results.get(text);
      if (result === undefined) {
        result = runQuery(text);
        results.set(text, result);
      }
      return result.value;
    };
    methods.set(name, method);
    return method;
  };
  // why: a Store has methods only, and each is a query; `run` calls the method of that name.
  return new Proxy({} as Store, {
    get: (_target, name) => methods.get(name) ?? methodNamed(name),
  });
}
