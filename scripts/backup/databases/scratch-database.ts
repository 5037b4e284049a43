import { hostname } from 'node:os';
import { z } from 'zod';
import mongoose from 'mongoose';
import { StartError } from '../../instance/settings.ts';
import type { Connection, Database } from './connect-mongo.ts';
import { loadDump } from './load-dump.ts';
import type { Rows, Staging } from './staging.ts';
import { text } from '../text.ts';

/** One row of a scratch database, its first: whose it is. Without it a database is not ours, whatever it is called. */
const collection = 'kundefront-scratch';
const ownerSchema = z.object({
  /** The database that is to be replaced. */
  of: z.string(),
  host: z.string(),
  dataDir: z.string(),
  madeAt: z.number(),
  /** Everything is in it, and was checked. */
  isWhole: z.boolean(),
});

type Purpose = 'restore' | 'on-trial';

const longest = 24 * 3_600_000;
const unauthorized = 13;

/** What a database beside another one is called; names may have 63 bytes. */
export const scratchName = (
  { databaseName }: Database,
  { what, stamp }: { what: Purpose; stamp: string },
): string => `${databaseName.slice(0, 40)}-${what}-${stamp}`;

/**
 * Loads a dump into a scratch database and checks it there. When it is no good a sentence is thrown, and the scratch
 * database dropped. Resolves to how many rows each collection has.
 */
export async function makeScratch(
  { db, use }: Connection,
  { what, ...staging }: Staging & { what: Purpose },
): Promise<Rows> {
  const scratch = use(scratchName(db, { what, stamp: staging.stamp }));
  const owner = {
    ...{ of: db.databaseName, host: hostname(), dataDir: staging.dataDir },
    ...{ madeAt: Date.now(), isWhole: false },
  };
  try {
    await scratch.collection(collection).insertOne(owner);
    const rows = await loadDump(scratch, staging);
    await scratch.collection(collection).updateOne({}, { $set: { isWhole: true } });
    return rows;
  } catch (error) {
    if (error instanceof mongoose.mongo.MongoServerError && error.code === unauthorized)
      throw new StartError(text.restore.noScratch(scratch.databaseName), { cause: error });
    await scratch.dropDatabase();
    throw error;
  }
}

/** How many rows each collection of a scratch database has. */
export async function scratchRows(scratch: Database): Promise<Rows> {
  const names = (await scratch.listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => name !== collection && !name.startsWith('system.'));
  const rows: Rows = {};
  for (const name of names) rows[name] = await scratch.collection(name).countDocuments();
  return rows;
}

/** Whether a scratch database was loaded to its end. */
export async function isWhole(scratch: Database): Promise<boolean> {
  return (
    ownerSchema.safeParse(await scratch.collection(collection).findOne()).data?.isWhole === true
  );
}

/**
 * Drops the scratch databases of restores, or trials, that were killed before they touched anything: those of the
 * `DATA_DIR` that the caller holds, and of others after a day. Whether there were any of that one.
 */
export async function dropScratches(
  { db, use }: Connection,
  { what, dataDir, but }: { what: Purpose; dataDir?: string; but?: string | undefined },
): Promise<boolean> {
  const prefix = scratchName(db, { what, stamp: '' });
  const { databases } = await db
    .admin()
    .listDatabases({ nameOnly: true, authorizedDatabases: true });
  let found = false;
  for (const { name } of databases) {
    if (!name.startsWith(prefix) || name === but) continue;
    const { data } = ownerSchema.safeParse(await use(name).collection(collection).findOne());
    if (data?.of !== db.databaseName) continue;
    const isOwn = data.host === hostname() && data.dataDir === dataDir;
    if (!isOwn && Date.now() - data.madeAt < longest) continue;
    await use(name).dropDatabase();
    found ||= isOwn;
  }
  return found;
}
