import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../instance/settings.ts';
import { dumpMongo, tryMongo } from './mongo-dump.ts';
import {
  dumpSqlite,
  sqliteDump,
  stageSqlite,
  swapSqlite,
  trySqlite,
  unstageSqlite,
} from './sqlite-dump.ts';
import type { Outcome, Rows, Staging, Swap } from './staging.ts';
import { finishMongo, stageMongo, swapMongo } from './swap-mongo.ts';
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
 * Lays a dumped database beside the present one and checks it; nothing is replaced. The returned function takes it away
 * again. The system must be stopped.
 */
export const stageDatabase = (url: string, staging: Staging): Promise<() => Promise<void>> =>
  isMongo(url) ? stageMongo(url, staging) : stageSqlite(url, staging);

/** Puts what was staged in the place of the present database. `spared`: the restore whose old state stays, too. */
export const swapDatabase = (url: string, swap: Swap, spared?: string): Promise<Outcome> =>
  isMongo(url) ? swapMongo(url, swap, spared) : swapSqlite(url, swap);

/**
 * What became of a restore that was killed, after it was finished or undone; undefined when there was none. `swap` is
 * what `DATA_DIR` knows of it, which the caller holds.
 */
export async function finishDatabase(
  url: string,
  { dataDir, swap }: { dataDir: string; swap: Swap | undefined },
): Promise<(Outcome & { file?: string }) | undefined> {
  if (isMongo(url)) return finishMongo(url, { dataDir, swap });
  if (swap !== undefined) return swapSqlite(url, swap);
  await unstageSqlite(url);
  return undefined;
}

/** Restores a dump where nothing else is (`scratch`, an empty folder, or a database of its own), counts, and removes it. */
export const restoreOnTrial = (
  url: string,
  { folder, scratch }: { folder: string; scratch: string },
): Promise<Rows> => (isMongo(url) ? tryMongo(url, folder) : trySqlite(folder, scratch));
