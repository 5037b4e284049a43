import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { backup, DatabaseSync } from 'node:sqlite';
import mongoose from 'mongoose';
import { StartError } from '../settings.ts';

const sqliteFile = (url: string) => url.slice('file:'.length);
/** A MongoDB dump is one file of Extended JSON lines per collection. */
const { EJSON } = mongoose.mongo.BSON;

/** Copies the whole database into a new folder. SQLite: its online backup, correct while others write. */
export async function dumpDatabase(url: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (url.startsWith('mongodb')) return dumpMongo(url, folder);
  if (!existsSync(sqliteFile(url))) {
    throw new StartError(`Fant ingen database i ${sqliteFile(url)}. Er DATA_DIR riktig?`);
  }
  const database = new DatabaseSync(sqliteFile(url), { readOnly: true });
  await backup(database, join(folder, 'kundefront.db'));
  database.close();
}

const isMongoDump = (folder: string) => !existsSync(join(folder, 'kundefront.db'));

/** Throws when the dump in `folder` is of another kind of database than the one at `url`. */
export function checkDatabaseKind(url: string, folder: string): void {
  if (isMongoDump(folder) === url.startsWith('mongodb')) return;
  throw new StartError(
    'Kopien er fra en annen slags database enn DATABASE_URL. Velg samme slag og prøv igjen.',
  );
}

/** Puts a dumped database in the place of the present one. The system must be stopped. */
export async function loadDatabase(url: string, folder: string): Promise<void> {
  if (isMongoDump(folder)) return loadMongo(url, folder);
  const target = sqliteFile(url);
  for (const suffix of ['', '-wal', '-shm']) await rm(`${target}${suffix}`, { force: true });
  await rename(join(folder, 'kundefront.db'), target);
}

async function dumpMongo(url: string, folder: string): Promise<void> {
  const { db, close } = await connect(url);
  for (const { name } of await db.listCollections().toArray()) {
    const out = createWriteStream(join(folder, `${name}.jsonl`));
    for await (const document of db.collection(name).find()) {
      out.write(`${EJSON.stringify(document, { relaxed: false })}\n`);
    }
    await new Promise<void>((resolve, reject) => out.end(resolve).once('error', reject));
  }
  await close();
}

async function loadMongo(url: string, folder: string): Promise<void> {
  const { db, close } = await connect(url);
  for (const file of await readdir(folder)) {
    const collection = db.collection(file.replace(/\.jsonl$/, ''));
    await collection.deleteMany({});
    for await (const line of createInterface({ input: createReadStream(join(folder, file)) })) {
      await collection.insertOne(EJSON.parse(line));
    }
  }
  await close();
}

async function connect(url: string) {
  const connection = await mongoose.createConnection(url).asPromise();
  const { db } = connection;
  if (db === undefined) throw new StartError('DATABASE_URL mangler navnet på databasen.');
  return { db, close: () => connection.close() };
}
