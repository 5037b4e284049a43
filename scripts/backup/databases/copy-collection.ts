import mongoose from 'mongoose';
import type { Database } from './connect-mongo.ts';

type Document = mongoose.mongo.Document;
type Collection = mongoose.mongo.Collection;

const atOnce = 200;
const bytesAtOnce = 8_000_000;

/** Inserts what comes, some at a time; no more is asked for before those are written. Resolves to how many they were. */
export async function insertAll(
  collection: Collection,
  documents: AsyncIterable<Document>,
): Promise<number> {
  let [count, bytes] = [0, 0];
  let waiting: Document[] = [];
  const write = async () => {
    if (waiting.length > 0) await collection.insertMany(waiting);
    count += waiting.length;
    [waiting, bytes] = [[], 0];
  };
  for await (const document of documents) {
    waiting.push(document);
    bytes += mongoose.mongo.BSON.calculateObjectSize(document);
    if (waiting.length === atOnce || bytes > bytesAtOnce) await write();
  }
  await write();
  return count;
}

/** An index as it is listed, without what the server adds of its own. */
export const withoutServersOwn = ({ v: _version, ns: _namespace, ...index }: Document): Document =>
  index;

/** The indexes of a collection beside the one that each has. */
async function indexesOf(collection: Collection): Promise<Document[]> {
  const indexes: Document[] = await collection.listIndexes().toArray();
  return indexes.filter(({ name }) => name !== '_id_').map(withoutServersOwn);
}

/**
 * Copies a collection, with its indexes and every number in the type it has, to where nothing else is: what is there of
 * a copy that was broken off is dropped, a whole one (`rows`) is left as it is.
 */
export async function copyCollection(
  { db, name }: { db: Database; name: string },
  to: { db: Database; name: string; rows?: number },
): Promise<void> {
  const source = db.collection(name);
  const indexes = await indexesOf(source);
  const isThere = (await to.db.listCollections({ name: to.name }).toArray()).length > 0;
  if (isThere) {
    const present = to.db.collection(to.name);
    const isWhole =
      (await present.countDocuments()) === to.rows &&
      (await indexesOf(present)).length === indexes.length;
    if (isWhole) return;
    await to.db.dropCollection(to.name);
  }
  const target = await to.db.createCollection(to.name);
  await insertAll(target, source.find({}, { promoteValues: false, promoteLongs: false }));
  if (indexes.length > 0) await to.db.command({ createIndexes: to.name, indexes });
}
