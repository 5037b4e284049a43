import { existsSync, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../instance/settings.ts';

/** The table (SQLite) and the collection (MongoDB) in which a database says what it has been through. */
const table = 'payload_migrations';
export const migrationsCollection = 'payload-migrations';

/** The names of the migrations that this code has, in their order. */
export const knownMigrations = (): string[] =>
  readdirSync(new URL('../../../cms/migrations', import.meta.url))
    .filter((file) => /^\d{8}_\d{6}_.+\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();

/** Throws the sentence when one of the names is none of this code: the database is from newer code. */
export function assertNotNewer(names: readonly string[], sentence: string): void {
  const known = new Set(knownMigrations());
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new StartError(sentence, { cause: unknown });
}

/** What the database at `url` has been through; undefined when there is nothing in it yet. */
export function readMigrations(url: string): Promise<string[] | undefined> {
  if (!url.startsWith('file:')) return ofMongo(url);
  const file = resolve(url.slice('file:'.length));
  // Whoever keeps the file private may have made it, and nothing in it.
  if (!existsSync(file) || statSync(file).size === 0) return Promise.resolve(undefined);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Promise.resolve(migrationsIn(database));
  } finally {
    database.close();
  }
}

/** The same of an open SQLite database. */
export function migrationsIn(database: DatabaseSync): string[] | undefined {
  const isThere = database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table);
  if (isThere === undefined) return undefined;
  const rows = database.prepare(`SELECT name FROM ${table} WHERE batch IS NOT -1`).all();
  return rows.map(({ name }) => String(name));
}

async function ofMongo(url: string): Promise<string[] | undefined> {
  const { MongoClient } = await import('mongodb'); // a tenth of a second that SQLite need not wait for
  const client = await MongoClient.connect(url);
  try {
    const db = client.db();
    // Of a database from before its code wrote down what it has been through nothing is known, but that it is there.
    if ((await db.collection('articles').findOne({}, { projection: { _id: 1 } })) === null)
      return undefined;
    const rows = await db.collection(migrationsCollection).find().toArray();
    return rows.map(({ name }) => String(name));
  } finally {
    await client.close();
  }
}
