import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { timeZone } from '../../content/model/time-zone.ts';
import type { Environment } from '../../content/settings/environment.ts';
import { StartError } from '../instance/settings.ts';
import { checkDatabaseKind, stageDatabase } from './dump-database.ts';
import { readManifest } from './manifest.ts';
import { restoringFile } from './restoring-file.ts';
import { text } from './text.ts';

/**
 * Puts an archive in the place of what is in `DATA_DIR` and the database, which are kept beside it. The copy is read
 * and checked before anything is moved. The site's own copy is dropped: it is fetched and rendered anew.
 */
export async function restoreArchive(
  { dataDir, databaseUrl }: Pick<Environment, 'dataDir' | 'databaseUrl'>,
  { file, log }: { file: string; log: (line: string) => void },
): Promise<void> {
  const work = await mkdtemp(join(dataDir, '.restore-'));
  try {
    await unpackAll(file, work);
    const manifest = await readManifest(work);
    checkDatabaseKind(databaseUrl, join(work, 'database'));
    const stamp = String(Date.now());
    const folder = join(work, 'database');
    const swapDatabase = await stageDatabase(databaseUrl, { folder, stamp });
    // From here on what is there is neither the old nor the new, until the file is gone again.
    await writeFile(restoringFile(dataDir), file);
    const keptData = await swapData(dataDir, { fresh: join(work, 'data'), stamp });
    const keptDatabase = await swapDatabase();
    await writeFile(join(dataDir, 'seeded'), databaseUrl);
    await rm(restoringFile(dataDir));
    log(text.restore.done(file));
    if (manifest !== undefined) log(text.restore.moment(formatTime(manifest.at)));
    if (keptData !== undefined) log(text.restore.keptData(keptData));
    if (keptDatabase !== undefined) log(text.restore.keptDatabase(keptDatabase));
  } finally {
    // A stream that was broken off may still be writing.
    await rm(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

const formatTime = (at: string) =>
  new Date(at).toLocaleString('nb-NO', { timeZone, dateStyle: 'long', timeStyle: 'medium' });

/** Moves what the archive has into `DATA_DIR`. Resolves to where the present is kept, if there was any. */
async function swapData(
  dataDir: string,
  { fresh, stamp }: { fresh: string; stamp: string },
): Promise<string | undefined> {
  const present = ['media', 'site', 'public', 'secrets.json'].filter((name) =>
    existsSync(join(dataDir, name)),
  );
  const kept = join(dataDir, `before-restore-${stamp}`);
  if (present.length > 0) await mkdir(kept, { recursive: true });
  for (const name of present) await rename(join(dataDir, name), join(kept, name));
  for (const name of ['media', 'secrets.json']) {
    if (existsSync(join(fresh, name))) await rename(join(fresh, name), join(dataDir, name));
  }
  return present.length > 0 ? kept : undefined;
}

/** `database/` and `data/` of the archive, in `work`. */
async function unpackAll(file: string, work: string): Promise<void> {
  await unpack(file, work);
  if (!existsSync(join(work, 'database')) || !existsSync(join(work, 'data.tar'))) {
    throw new StartError(text.restore.foreign(file));
  }
  await mkdir(join(work, 'data'));
  await unpack(join(work, 'data.tar'), join(work, 'data'));
}

async function unpack(file: string, folder: string): Promise<void> {
  try {
    await extract({ file, cwd: folder, strict: true });
  } catch (error) {
    throw new StartError(text.restore.damaged(file), { cause: error });
  }
}
