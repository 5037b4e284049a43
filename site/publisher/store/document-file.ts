import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Change } from '../../../content/model/documents.ts';

export interface StoredRow {
  key: string;
  json: string;
}

/**
 * The site's own copy of what is published, one row per document (`article:<id>`), with the cursor of the
 * changes feed in the same file: both move in one transaction, or neither does.
 */
export class DocumentFile {
  #database: DatabaseSync;
  #read;
  #write;
  #remove;

  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA busy_timeout = 10000;
      CREATE TABLE IF NOT EXISTS documents (key TEXT PRIMARY KEY, json TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS tags (slug TEXT PRIMARY KEY);
      CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    `);
    this.#read = this.#database.prepare('SELECT json FROM documents WHERE key = ?');
    this.#write = this.#database.prepare(
      'INSERT OR REPLACE INTO documents (key, json) VALUES (?, ?)',
    );
    this.#remove = this.#database.prepare('DELETE FROM documents WHERE key = ?');
  }

  /** Every row, one at a time. */
  *rows(): Generator<StoredRow> {
    for (const row of this.#database.prepare('SELECT key, json FROM documents').iterate()) {
      yield { key: String(row['key']), json: String(row['json']) };
    }
  }

  keys(): string[] {
    return this.#database
      .prepare('SELECT key FROM documents')
      .all()
      .map((row) => String(row['key']));
  }

  json(key: string): string | undefined {
    const row = this.#read.get(key);
    return row === undefined ? undefined : String(row['json']);
  }

  cursor(): string | null {
    return this.state('cursor') ?? null;
  }

  state(name: 'cursor' | 'model'): string | undefined {
    const row = this.#database.prepare('SELECT value FROM state WHERE name = ?').get(name);
    return row === undefined ? undefined : String(row['value']);
  }

  /** Forgets the cursor, so that everything is pulled again in the shape that `model` names. */
  startOver(model: string): void {
    this.#database.exec("BEGIN IMMEDIATE; DELETE FROM state WHERE name = 'cursor'");
    this.#database.prepare("INSERT OR REPLACE INTO state VALUES ('model', ?)").run(model);
    this.#database.exec('COMMIT');
  }

  /** Slugs of all tags that ever had an article. */
  tags(): string[] {
    return this.#database
      .prepare('SELECT slug FROM tags')
      .all()
      .map((row) => String(row['slug']));
  }

  /** Stores rows (`json: null` removes), new tags and the cursor together. */
  save(
    rows: { key: string; json: string | null }[],
    cursor: string | null,
    tags: readonly string[] = [],
  ): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const slug of tags)
        this.#database.prepare('INSERT OR IGNORE INTO tags VALUES (?)').run(slug);
      for (const { key, json } of rows) {
        if (json === null) this.#remove.run(key);
        else this.#write.run(key, json);
      }
      if (cursor !== null) {
        this.#database
          .prepare("INSERT OR REPLACE INTO state (name, value) VALUES ('cursor', ?)")
          .run(cursor);
      }
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#database.close();
  }
}

/** Row key of a change: a removed article has a row of its own, for the 410. */
export const keyOf = (change: Change) =>
  change.type === 'removed'
    ? `removed:${change.of}:${change.id}`
    : `${change.type}:${change.document.id}`;
