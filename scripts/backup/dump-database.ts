import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../instance/settings.ts';
import { dumpMongo, stageMongo, tryMongo } from './mongo-dump.ts';
import { dumpSqlite, sqliteDump, stageSqlite, trySqlite } from './sqlite-dump.ts';
import { text } from './text.ts';

/** Puts a staged database in the place of the present one; resolves to where that is kept, if there was one. */
export type Swap = () => Promise<string | undefined>;

const isMongo = (url: string) => url.startsWith('mongodb');

/** How many rows each table or collection has. */
export type Rows = Record<string, number>;

/** Copies the whole database into a new folder. SQLite: its online backup, correct while others write. */
export async function dumpDatabase(url: string, folder: string): Promise<Rows> {
  await mkdir(folder, { recursive: true });
  return isMongo(url) ? dumpMongo(url, folder) : dumpSqlite(url, folder);
}

/** Throws when the dump in `folder` is of another kind of database than the one at `url`. */
export function checkDatabaseKind(url: string, folder: string): void {
  const isMongoDump = !existsSync(join(folder, sqliteDump));
  if (isMongoDump === isMongo(url)) return;
  throw new StartError(text.restore.otherKind);
}

/**
 * Lays a dumped database beside the present one and checks it; nothing is replaced before the returned function
 * is called. `stamp` tells what is kept of one restore from that of another. The system must be stopped.
 */
export const stageDatabase = (
  url: string,
  { folder, stamp }: { folder: string; stamp: string },
): Promise<Swap> =>
  isMongo(url) ? stageMongo(url, { folder, stamp }) : stageSqlite(url, { folder, stamp });

/** Restores a dump where nothing else is (`scratch`, an empty folder, or a database of its own), counts, and removes it. */
export const restoreOnTrial = (
  url: string,
  { folder, scratch }: { folder: string; scratch: string },
): Promise<Rows> => (isMongo(url) ? tryMongo(url, folder) : trySqlite(folder, scratch));
