import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { DocumentType, Published } from '../../content/model/documents.ts';
import { documentTypeNames } from '../../content/model/documents.ts';

/** Bumped when the tables change: an older file is emptied and filled again from the CMS. */
const fileVersion = 1;

const tables = `
  CREATE TABLE document (
    type TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, json TEXT NOT NULL, pull INTEGER NOT NULL,
    PRIMARY KEY (type, id)
  ) WITHOUT ROWID;
  CREATE TABLE removed (
    type TEXT NOT NULL, id TEXT NOT NULL, path TEXT, pull INTEGER NOT NULL,
    PRIMARY KEY (type, id)
  ) WITHOUT ROWID;
  CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
`;

export interface RemovedRow {
  type: DocumentType;
  id: string;
  path: string | null;
}

/** The publisher's own copy of what is published: one SQLite file. `pull` numbers whole pulls. */
export class DocumentFile {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** `:memory:` keeps nothing. */
  constructor(path: string) {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    this.#database = new DatabaseSync(path, { timeout: 5_000 });
    this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    const version = this.#database.prepare('PRAGMA user_version').get()?.['user_version'];
    if (version !== fileVersion) {
      this.#database.exec(
        `BEGIN; DROP TABLE IF EXISTS document; DROP TABLE IF EXISTS removed; DROP TABLE IF EXISTS note;
         ${tables} PRAGMA user_version = ${fileVersion}; COMMIT;`,
      );
    }
  }

  /** Everything inside is kept, or nothing is. */
  transaction(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  json(type: DocumentType, id: string): string | undefined {
    const row = this.#sql('SELECT json FROM document WHERE type = ? AND id = ?').get(type, id);
    return row === undefined ? undefined : String(row['json']);
  }

  digest(type: DocumentType, id: string): string | undefined {
    const row = this.#sql('SELECT digest FROM document WHERE type = ? AND id = ?').get(type, id);
    return row === undefined ? undefined : String(row['digest']);
  }

  *each(type: DocumentType): Iterable<Published> {
    for (const row of this.#sql('SELECT json FROM document WHERE type = ?').iterate(type)) {
      // put() wrote it, from a document of this type that a schema had parsed
      yield { type, document: JSON.parse(String(row['json'])) } as Published;
    }
  }

  *keys(type: DocumentType, olderThanPull: number): Iterable<string> {
    const old = this.#sql('SELECT id FROM document WHERE type = ? AND pull < ?');
    for (const row of old.all(type, olderThanPull)) yield String(row['id']);
  }

  count(type: DocumentType, pull: number): number {
    const row = this.#sql('SELECT count(*) AS n FROM document WHERE type = ? AND pull >= ?');
    return Number(row.get(type, pull)?.['n']);
  }

  put({ type, document }: Published, written: { digest: string; json: string; pull: number }): void {
    this.#sql('DELETE FROM removed WHERE type = ? AND id = ?').run(type, document.id);
    this.#sql('INSERT OR REPLACE INTO document (type, id, digest, json, pull) VALUES (?, ?, ?, ?, ?)').run(
      type,
      document.id,
      written.digest,
      written.json,
      written.pull,
    );
  }

  /** The document is as it was, and still there in this pull. */
  keep(type: DocumentType, id: string, pull: number): void {
    const sql = 'UPDATE document SET pull = ? WHERE type = ? AND id = ? AND pull <> ?';
    this.#sql(sql).run(pull, type, id, pull);
  }

  remove({ type, id, path }: RemovedRow, pull: number): void {
    this.forget(type, id);
    this.#sql('INSERT OR REPLACE INTO removed (type, id, path, pull) VALUES (?, ?, ?, ?)').run(
      type,
      id,
      path,
      pull,
    );
  }

  /** Removes a document without a trace. */
  forget(type: DocumentType, id: string): void {
    this.#sql('DELETE FROM document WHERE type = ? AND id = ?').run(type, id);
  }

  forgetRemoved(olderThanPull: number): void {
    this.#sql('DELETE FROM removed WHERE pull < ?').run(olderThanPull);
  }

  removed(): RemovedRow[] {
    return this.#sql('SELECT type, id, path FROM removed ORDER BY type, id')
      .all()
      .flatMap(({ type, id, path }) => {
        const known = documentTypeNames.find((each) => each === type);
        return known === undefined
          ? []
          : { type: known, id: String(id), path: path === null ? null : String(path) };
      });
  }

  note(name: string): string | undefined {
    const row = this.#sql('SELECT value FROM note WHERE name = ?').get(name);
    return row === undefined ? undefined : String(row['value']);
  }

  setNote(name: string, value: string): void {
    this.#sql('INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)').run(name, value);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #sql(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
