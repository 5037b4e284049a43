import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import { epochKey, epochPlace, makeEpoch, type Epoch } from '../../../content/wire/epoch.ts';
import { StartError } from '../../instance/settings.ts';
import { onTrial, type Rows, type Staging, type Swap } from './staging.ts';
import { assertNotNewer, migrationsCollection } from './read-migrations.ts';
import { text } from '../text.ts';

/** A dump is two files a collection: its documents as lines of Extended JSON, and its indexes. */
const { EJSON } = mongoose.mongo.BSON;
type Database = mongoose.mongo.Db;

const staging = 'restoring-';
const keeping = 'before-restore-';
const atOnce = 200;
const longestTrial = 24 * 3_600_000;

/**
 * Who is to be mailed, before what became of it: a batch in the copy is never further than its deliveries, so that
 * what was sent while the copy was made stands there as sent, or as not begun, and is asked about.
 */
const first = ['mailings', 'batches', 'deliveries'];

/**
 * Collection after collection, while others write: each row as it was at some time after this was called. Rows of
 * Payload's key-value collection are not counted: a restore writes its epoch there.
 */
export async function dumpMongo(url: string, folder: string): Promise<Rows> {
  const { db, close } = await connect(url);
  const names = await present(db);
  const inOrder = [
    ...first.filter((name) => names.includes(name)),
    ...names.filter((name) => !first.includes(name)),
  ];
  const rows: Rows = {};
  try {
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
  } finally {
    await close();
  }
  return Object.fromEntries(Object.entries(rows).filter(([name]) => name !== keyValues));
}

/** Restores a dump into a database of its own on the same server, which is dropped again. */
export async function tryMongo(url: string, folder: string): Promise<Rows> {
  const { db, use, close } = await connect(url);
  const prefix = `${db.databaseName.slice(0, 40)}-on-trial-`;
  const { databases } = await db
    .admin()
    .listDatabases({ nameOnly: true, authorizedDatabases: true });
  for (const { name } of databases) {
    // Of a trial that was killed.
    const isOurs = name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length));
    if (isOurs && Date.now() - Number(name.slice(prefix.length)) > longestTrial)
      await use(name).dropDatabase();
  }
  const database = `${prefix}${Date.now()}`;
  const scratch = use(database);
  try {
    const place = await stageMongo(url, { folder, ...onTrial, database });
    await place();
    const rows: Rows = {};
    for (const name of await present(scratch)) {
      if (name !== keyValues) rows[name] = await scratch.collection(name).countDocuments();
    }
    return rows;
  } finally {
    await scratch.dropDatabase();
    await close();
  }
}

/** Loads the dump into collections of other names, which take the places of the present ones at the end. */
export async function stageMongo(
  url: string,
  { folder, stamp, since, database }: Staging & { database?: string },
): Promise<Swap> {
  const { db, close } = await connect(url, database);
  const discard = async () => {
    for (const name of await all(db)) {
      if (name.startsWith(staging)) await db.dropCollection(name);
    }
  };
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length));
  try {
    if (!names.includes('articles')) throw broken('no articles');
    await discard();
    for (const name of names) await load(db, { folder, name });
    const migrations = await db.collection(`${staging}${migrationsCollection}`).find().toArray();
    assertNotNewer(
      migrations.map(({ name }) => String(name)),
      text.restore.newer,
    );
    const epoch = makeEpoch({
      restoredAt: new Date().toISOString(),
      departuresSince: since,
    });
    await writeEpoch(db, `${staging}${keyValues}`, epoch);
    if (!names.includes(keyValues)) names.push(keyValues);
    await endSessions(db);
    // «Send» was said of mailings of which only the copy does not know whether they went out.
    await db
      .collection(`${staging}mailings`)
      .updateMany({ decision: 'send' }, { $set: { decision: null } });
  } catch (error) {
    await discard();
    await close();
    throw error;
  }
  return async () => {
    const old = await present(db);
    // Other processes on this database neither claim nor send until they see the new epoch.
    if (old.includes(keyValues)) {
      await writeEpoch(db, keyValues, makeEpoch({ isRestoring: true }));
    }
    const keep = (name: string) => db.renameCollection(name, `${keeping}${stamp}-${name}`);
    // Whoever still runs may make one anew in between: what is restored takes its place.
    const place = (name: string) =>
      db.renameCollection(`${staging}${name}`, name, { dropTarget: true });
    const isOther = (name: string) => name !== keyValues;
    for (const name of old.filter(isOther)) await keep(name);
    for (const name of names.filter(isOther)) await place(name);
    // The epoch last: until then nobody claims.
    if (old.includes(keyValues)) await keep(keyValues);
    await place(keyValues);
    await close();
    return old.length > 0
      ? `samlingene ${keeping}${stamp}-… i databasen ${db.databaseName}`
      : undefined;
  };
}

/** Nobody is logged in any more, and no link to a new password opens: whose they were may have changed since. */
const endSessions = (db: Database) =>
  db.collection(`${staging}users`).updateMany(
    {},
    {
      $set: { sessions: [] },
      $unset: { resetPasswordToken: '', resetPasswordExpiration: '' },
    },
  );

const keyValues = epochPlace.mongodb;
const writeEpoch = (db: Database, collection: string, data: Epoch) =>
  db.collection(collection).updateOne({ key: epochKey }, { $set: { data } }, { upsert: true });

async function load(
  db: Database,
  { folder, name }: { folder: string; name: string },
): Promise<void> {
  const collection = await db.createCollection(`${staging}${name}`);
  const lines = createInterface({ input: createReadStream(join(folder, `${name}.jsonl`)) });
  let count = 0;
  let documents: mongoose.mongo.Document[] = [];
  const write = async () => {
    if (documents.length > 0) await collection.insertMany(documents);
    count += documents.length;
    documents = [];
  };
  for await (const line of lines) {
    documents.push(parseLine(line));
    if (documents.length === atOnce) await write();
  }
  await write();
  if ((await collection.countDocuments()) !== count) throw broken(`${name}: rows are missing`);
  await makeIndexes(db, { file: join(folder, `${name}.indexes.json`), name });
}

/** Before the first write: what is unique must not be doubled while the CMS makes its indexes. */
async function makeIndexes(
  db: Database,
  { file, name }: { file: string; name: string },
): Promise<void> {
  if (!existsSync(file)) return; // a copy of an earlier version: the CMS makes them when it starts
  const specifications = EJSON.parse(await readFile(file, 'utf8')) as mongoose.mongo.Document[]; // why: written by dumpMongo
  const indexes = specifications
    .filter(({ name: index }) => index !== '_id_')
    .map(({ v: _version, ns: _namespace, ...index }) => index);
  if (indexes.length > 0) await db.command({ createIndexes: `${staging}${name}`, indexes });
}

function parseLine(line: string): mongoose.mongo.Document {
  try {
    return EJSON.parse(line) as mongoose.mongo.Document; // why: a line is one document, see dumpMongo
  } catch (error) {
    throw broken(error);
  }
}

const broken = (cause: unknown) =>
  new StartError(text.restore.damagedDatabase, {
    cause,
  });

async function all(db: Database): Promise<string[]> {
  const collections = await db.listCollections({}, { nameOnly: false }).toArray();
  return collections
    .filter(({ name, type }) => type !== 'view' && !name.startsWith('system.'))
    .map(({ name }) => name);
}

/** The collections of the product, without what restores staged or kept. */
const present = async (db: Database) =>
  (await all(db)).filter((name) => !name.startsWith(staging) && !name.startsWith(keeping));

async function connect(url: string, database?: string) {
  const connection = await mongoose
    .createConnection(url, database === undefined ? {} : { dbName: database })
    .asPromise();
  const { db } = connection;
  if (db === undefined) throw new StartError(text.backup.noName);
  const use = (name: string) => connection.getClient().db(name);
  return { db, use, close: () => connection.close() };
}
