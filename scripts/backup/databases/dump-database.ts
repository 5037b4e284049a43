import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../instance/settings.ts';
import { dumpMongo, stageMongo, tryMongo } from './mongo-dump.ts';
import { dumpSqlite, sqliteDump, stageSqlite, trySqlite } from './sqlite-dump.ts';
import type { Rows, Staging, Swap } from './staging.ts';
import { text } from '../text.ts';

const isMongo = (url: string) => url.startsWith('mongodb');

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
 * is called. The system must be stopped.
 */
export const stageDatabase = (url: string, staging: Staging): Promise<Swap> =>
  isMongo(url) ? stageMongo(url, staging) : stageSqlite(url, staging);

/** Restores a dump where nothing else is (`scratch`, an empty folder, or a database of its own), counts, and removes it. */
export const restoreOnTrial = (
  url: string,
  { folder, scratch }: { folder: string; scratch: string },
): Promise<Rows> => (isMongo(url) ? tryMongo(url, folder) : trySqlite(folder, scratch));
