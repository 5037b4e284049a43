import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** What was put there: its ETag, and the bytes' MD5; and of the file it was, so that most need not be read again. */
export interface Entry {
  name: string;
  etag: string;
  md5: string;
  size: number;
  /** In ms. */
  modified: number;
}

/** Our own copy of what the target holds of ours, so that nobody need ask it. A lost one is made anew from the target. */
export class TargetBook {
  readonly #database: DatabaseSync;
  readonly #find: StatementSync;
  readonly #write: StatementSync;
  readonly #remove: StatementSync;

  constructor(file: string, place: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#database = new DatabaseSync(file);
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS entries (
        name TEXT PRIMARY KEY, etag TEXT NOT NULL, md5 TEXT NOT NULL, size INTEGER NOT NULL, modified REAL NOT NULL
      );
      CREATE TABLE IF NOT EXISTS place (place TEXT PRIMARY KEY);
    `);
    // Another place is another book.
    if (this.#place() !== place) this.forget();
    this.#find = this.#database.prepare('SELECT * FROM entries WHERE name = ?');
    this.#write = this.#database.prepare('INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?)');
    this.#remove = this.#database.prepare('DELETE FROM entries WHERE name = ?');
  }

  /** Whether it is known what the target holds. */
  get isWhole(): boolean {
    return this.#place() !== undefined;
  }

  /** Another machine may have written since. */
  forget(): void {
    this.#database.exec('DELETE FROM entries; DELETE FROM place');
  }

  /** From now on the book is what the target holds of ours. */
  begin(place: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO place VALUES (?)').run(place);
  }

  find(name: string): Entry | undefined {
    // why: the table's own columns
    return this.#find.get(name) as Entry | undefined;
  }

  keep({ name, etag, md5, size, modified }: Entry): void {
    this.#write.run(name, etag, md5, size, modified);
  }

  remove(name: string): void {
    this.#remove.run(name);
  }

  names(): string[] {
    return this.#database
      .prepare('SELECT name FROM entries')
      .all()
      .map(({ name }) => String(name));
  }

  #place(): string | undefined {
    const row = this.#database.prepare('SELECT place FROM place').get();
    return row === undefined ? undefined : String(row['place']);
  }
}
