import mongoose from 'mongoose';
import { epochKey, epochPlace, epochSchema, type Epoch } from '../../../content/wire/epoch.ts';
import { StartError } from '../../instance/settings.ts';
import { text } from '../text.ts';

export type Database = mongoose.mongo.Db;

export interface Connection {
  /** The database that `DATABASE_URL` names. */
  db: Database;
  /** Another one on the same server. */
  use(name: string): Database;
  close(): Promise<void>;
}

/** Where the epoch stands. */
export const keyValues = epochPlace.mongodb;
/** What a restore lays beside the collections of the product begins so, and what it keeps of the old ones. */
export const staging = 'restoring-';
export const keeping = 'before-restore-';

/** Opens the database at `url`, which must have a name. */
export async function connectMongo(url: string): Promise<Connection> {
  const connection = await mongoose.createConnection(url).asPromise();
  const { db } = connection;
  if (db === undefined) throw new StartError(text.backup.noName);
  const use = (name: string) => connection.getClient().db(name);
  return { db, use, close: () => connection.close() };
}

/** The names of all collections, without views and what the server keeps for itself. */
export async function allCollections(db: Database): Promise<string[]> {
  const collections = await db.listCollections({}, { nameOnly: false }).toArray();
  return collections
    .filter(({ name, type }) => type !== 'view' && !name.startsWith('system.'))
    .map(({ name }) => name);
}

/** The collections of the product, without what restores staged or kept. */
export const productCollections = async (db: Database): Promise<string[]> =>
  (await allCollections(db)).filter(isProducts);

/** What processes on the database tell each other of this moment: nothing to be kept. */
const ofTheMoment = new Set(['leases', 'limits']);

/** Whether a collection of this name belongs to the product, and not to a restore or to the moment. */
export const isProducts = (name: string): boolean =>
  !name.startsWith(staging) && !name.startsWith(keeping) && !ofTheMoment.has(name);

/** The epoch in a database; undefined when it has none. Throws when it cannot be read. */
export async function findEpoch(db: Database): Promise<Epoch | undefined> {
  const row = await db.collection(keyValues).findOne({ key: epochKey });
  return row === null ? undefined : epochSchema.parse(row['data']);
}

/** Writes the epoch into a collection of a database. */
export async function writeEpoch(
  db: Database,
  data: Epoch,
  collection: string = keyValues,
): Promise<void> {
  await db
    .collection(collection)
    .updateOne({ key: epochKey }, { $set: { data } }, { upsert: true });
}
