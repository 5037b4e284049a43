import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import { StartError } from '../../instance/settings.ts';
import { connectMongo, keyValues, productCollections, type Database } from './connect-mongo.ts';
import { findMark } from './restore-mark.ts';
import { dropScratches, makeScratch, scratchName } from './scratch-database.ts';
import { onTrial, type Rows } from './staging.ts';
import { text } from '../text.ts';

/** A dump is two files a collection: its documents as lines of Extended JSON, and its indexes. */
const { EJSON } = mongoose.mongo.BSON;

/**
 * Who is to be mailed, before what became of it: a batch in the copy is never further than its deliveries, so that
 * what was sent while the copy was made stands there as sent, or as not begun, and is asked about. Before them all, how
 * far somebody has looked: what was looked at is never in the copy as it was before.
 */
const first = [keyValues, 'mailings', 'batches', 'deliveries'];

/**
 * Collection after collection, while others write: each row as it was at some time after this was called. Rows of
 * Payload's key-value collection are not counted: a restore writes its epoch there.
 */
export async function dumpMongo(url: string, folder: string): Promise<Rows> {
  const { db, close } = await connectMongo(url);
  const rows: Rows = {};
  try {
    await assertNoRestore(db);
    const names = await productCollections(db);
    const inOrder = [
      ...first.filter((name) => names.includes(name)),
      ...names.filter((name) => !first.includes(name)),
    ];
    for (const name of inOrder) {
      const collection = db.collection(name);
      const indexes = await collection.listIndexes().toArray();
      await writeFile(join(folder, `${name}.indexes.json`), EJSON.stringify(indexes));
      // Documents are read as fast as the disk takes them.
      await pipeline(
        async function* () {
          rows[name] = 0;
          for await (const document of collection.find({}, { sort: { _id: 1 } })) {
            rows[name] += 1;
            yield `${EJSON.stringify(document, { relaxed: false })}\n`;
          }
        },
        createWriteStream(join(folder, `${name}.jsonl`)),
      );
    }
    await assertNoRestore(db);
  } finally {
    await close();
  }
  return Object.fromEntries(Object.entries(rows).filter(([name]) => name !== keyValues));
}

/** What is there while a restore is under way, on whichever machine, belongs to two different moments. */
async function assertNoRestore(db: Database): Promise<void> {
  const mark = await findMark(db);
  if (mark !== undefined) throw new StartError(text.restore.interrupted(mark.file));
}

/** Loads a dump into a database of its own on the same server, which is dropped again. */
export async function tryMongo(url: string, folder: string): Promise<Rows> {
  const connection = await connectMongo(url);
  const { db, use, close } = connection;
  const trial = { ...onTrial(), what: 'on-trial', stamp: String(Date.now()) } as const;
  try {
    await dropScratches(connection, { what: 'on-trial' });
    return await makeScratch(connection, { ...trial, folder, dataDir: folder });
  } finally {
    await use(scratchName(db, trial)).dropDatabase();
    await close();
  }
}
