import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../../content/settings/environment.ts';
import { finishDatabase } from './databases/dump-database.ts';
import type { Outcome } from './databases/staging.ts';
import { clearScratch } from './leftovers.ts';
import { dropRestoring, readRestoring, restoringFile, type Restoring } from './restoring-file.ts';
import { swapData, unstageData } from './swap-data.ts';

/** A restore that was killed: what it was, and how it ended now. */
export type Finished = Outcome & {
  file: string | undefined;
  /** Undefined of one that another `DATA_DIR` had begun. */
  restoring: Restoring | undefined;
};

/**
 * Finishes a restore that was killed, or undoes it, without its archive: what stands in the database and in `DATA_DIR`
 * tells which. Undefined when there was none. The caller holds `DATA_DIR`. Safe to repeat, and to kill.
 */
export async function finishRestore({
  dataDir,
  databaseUrl,
}: Pick<Environment, 'dataDir' | 'databaseUrl'>): Promise<Finished | undefined> {
  await clearScratch(dataDir);
  const restoring = readRestoring(dataDir);
  // One of an earlier version can only be run again.
  if (restoring === undefined && existsSync(restoringFile(dataDir))) return undefined;
  const swap = restoring === undefined ? undefined : { ...restoring, dataDir };
  const ended = await finishDatabase(databaseUrl, { dataDir, swap });
  if (ended?.is === 'lost') return { ...ended, file: ended.file, restoring };
  if (restoring === undefined) {
    await unstageData(dataDir);
    await dropRestoring(dataDir);
    return ended && { ...ended, file: ended.file, restoring };
  }
  const outcome: Outcome = ended ?? { is: 'undone' };
  if (outcome.is === 'restored') await finishData({ dataDir, databaseUrl }, restoring);
  else await unstageData(dataDir);
  await dropRestoring(dataDir);
  return { ...outcome, file: restoring.file, restoring };
}

/** When the database is the copy's. Resolves to where what was in `DATA_DIR` is kept. */
export async function finishData(
  { dataDir, databaseUrl }: Pick<Environment, 'dataDir' | 'databaseUrl'>,
  restoring: Restoring,
): Promise<string | undefined> {
  const kept = await swapData(dataDir, restoring);
  await writeFile(join(dataDir, 'seeded'), databaseUrl);
  return kept;
}
