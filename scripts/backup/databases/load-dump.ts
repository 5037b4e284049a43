import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import mongoose from 'mongoose';
import { StartError } from '../../instance/settings.ts';
import { findEpoch, isProducts, keyValues, writeEpoch, type Database } from './connect-mongo.ts';
import { insertAll, withoutServersOwn } from './copy-collection.ts';
import { assertNotNewer, migrationsCollection } from './read-migrations.ts';
import type { Rows, Staging } from './staging.ts';
import { text } from '../text.ts';

type Document = mongoose.mongo.Document;
const { EJSON } = mongoose.mongo.BSON;

/** What a server says of documents, names and indexes that are none: the copy is at fault, not the server. */
const faultsOfTheCopy = new Set([2, 9, 14, 67, 72, 73, 85, 86, 197, 11000, 17280]);

/**
 * Loads a dump into an empty database and checks it there: every line, every index, that no row is missing, that its
 * epoch can be read, and that its code is not newer. Then it begins an epoch of its own. Throws a sentence when it is
 * no good. Resolves to how many rows each collection has; those of Payload's key-value collection are not counted.
 */
export async function loadDump(
  db: Database,
  { folder, epoch, rows: expected }: Pick<Staging, 'folder' | 'epoch' | 'rows'>,
): Promise<Rows> {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length));
  if (!names.includes('articles')) throw broken('no articles');
  if (!names.every(isProducts)) throw broken('collections of a restore');
  try {
    for (const name of names) await load(db, { folder, name });
  } catch (error) {
    if (error instanceof StartError || !isOfTheCopy(error)) throw error;
    throw broken(error);
  }
  const rows: Rows = {};
  for (const name of names) {
    if (name !== keyValues) rows[name] = await db.collection(name).countDocuments();
  }
  if (expected !== undefined && !isDeepStrictEqual(rows, expected))
    throw broken({ rows, expected });
  const migrations = await db.collection(migrationsCollection).find().toArray();
  assertNotNewer(
    migrations.map(({ name }) => String(name)),
    text.restore.newer,
  );
  const copied = await findEpoch(db).catch((cause: unknown) => {
    throw broken(cause);
  });
  if (copied?.isRestoring === true) throw broken('copied while a restore was under way');
  await writeEpoch(db, epoch);
  await endSessions(db);
  // «Send» was said of mailings of which only the copy does not know whether they went out.
  await db.collection('mailings').updateMany({ decision: 'send' }, { $set: { decision: null } });
  return rows;
}

/** Nobody is logged in any more, and no link to a new password opens: whose they were may have changed since. */
const endSessions = (db: Database) =>
  db.collection('users').updateMany(
    {},
    {
      $set: { sessions: [] },
      $unset: { resetPasswordToken: '', resetPasswordExpiration: '' },
    },
  );

async function load(
  db: Database,
  { folder, name }: { folder: string; name: string },
): Promise<void> {
  const collection = await db.createCollection(name);
  const input = createReadStream(join(folder, `${name}.jsonl`));
  const count = await insertAll(collection, documentsIn(createInterface({ input })));
  if ((await collection.countDocuments()) !== count) throw broken(`${name}: rows are missing`);
  await makeIndexes(db, { file: join(folder, `${name}.indexes.json`), name });
}

async function* documentsIn(lines: AsyncIterable<string>): AsyncGenerator<Document> {
  for await (const line of lines) {
    const document = parse(line);
    if (typeof document !== 'object' || document === null || Array.isArray(document))
      throw broken('a line that is no document');
    yield document;
  }
}

/** Before the first write: what is unique must not be doubled while the CMS makes its indexes. */
async function makeIndexes(
  db: Database,
  { file, name }: { file: string; name: string },
): Promise<void> {
  if (!existsSync(file)) return; // a copy of an earlier version: the CMS makes them when it starts
  const listed = parse(await readFile(file, 'utf8'));
  if (!Array.isArray(listed)) throw broken(`${name}: no indexes`);
  const indexes = (listed as Document[]) // why: written by dumpMongo
    .filter(({ name: index }) => index !== '_id_')
    .map(withoutServersOwn);
  if (indexes.length > 0) await db.command({ createIndexes: name, indexes });
}

function parse(line: string): unknown {
  try {
    return EJSON.parse(line); // a line is one document, see dumpMongo
  } catch (error) {
    throw broken(error);
  }
}

function isOfTheCopy(error: unknown): boolean {
  const { BSONError, MongoServerError } = { ...mongoose.mongo.BSON, ...mongoose.mongo };
  if (error instanceof MongoServerError) return faultsOfTheCopy.has(Number(error.code));
  return error instanceof BSONError;
}

const broken = (cause: unknown) => new StartError(text.restore.damagedDatabase, { cause });
