import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { timeZone } from '../../content/model/time-zone.ts';
import type { Environment } from '../../content/settings/environment.ts';
import { makeEpoch } from '../../content/wire/epoch.ts';
import { StartError } from '../instance/settings.ts';
import { bringDepartures } from './bring-departures.ts';
import { checkDatabaseKind, stageDatabase, swapDatabase } from './databases/dump-database.ts';
import { finishData, finishRestore, type Finished } from './finish-restore.ts';
import { environmentFile } from './gather-data.ts';
import { prefixOf } from './leftovers.ts';
import { dropRestoring, writeRestoring, type Restoring } from './restoring-file.ts';
import { stageData, unstageData } from './swap-data.ts';
import { tellSecrets } from './tell-secrets.ts';
import { text } from './text.ts';
import { unpackArchive } from './unpack-archive.ts';

/**
 * Puts an archive in the place of what is in `DATA_DIR` and the database, which are kept beside it. The copy is read
 * and checked before anything is moved; from then on the next start finishes it, whatever becomes of this process. One
 * that was killed before is finished first, and that is all when it was of the same archive. The site's own copy is
 * dropped: it is fetched and rendered anew.
 */
export async function restoreArchive(
  settings: Environment,
  { file, log }: { file: string; log: (line: string) => void },
): Promise<void> {
  const { dataDir, databaseUrl, backupPassphrase: passphrase } = settings;
  const earlier = await finishRestore(settings);
  if (earlier?.is === 'undone') log(text.restore.undone);
  if (earlier?.is === 'restored') {
    log(text.restore.finished(earlier.file ?? file, earlier.kept));
    if (await isSame(file, earlier)) return;
  }
  const work = await mkdtemp(join(dataDir, prefixOf('restore')));
  try {
    const manifest = await unpackArchive(file, { work, passphrase });
    const folder = join(work, 'database');
    checkDatabaseKind(databaseUrl, folder);
    const stamp = String(Date.now());
    const since = manifest?.at ?? new Date(0).toISOString();
    const epoch = makeEpoch({ restoredAt: latest(manifest?.until), departuresSince: since });
    const staging = { folder, stamp, epoch, rows: manifest?.rows, dataDir };
    const unstage = await stageDatabase(databaseUrl, staging);
    const [reach, restoring] = await announce(settings, {
      file,
      stamp,
      epochId: epoch.id,
      work,
    }).catch(async (error: unknown) => {
      await unstage();
      await unstageData(dataDir);
      throw error;
    });
    // From here on what is there is neither the old nor the new, until the file is gone again.
    const swap = { ...restoring, dataDir };
    const spared = earlier === undefined || earlier.is === 'undone' ? undefined : earlier.stamp;
    const outcome = await swapDatabase(databaseUrl, swap, spared);
    if (outcome.is !== 'restored') throw new StartError(text.restore.lost(file));
    const keptData = await finishData(settings, restoring);
    await dropRestoring(dataDir);
    log(text.restore.done(file));
    if (manifest !== undefined) log(text.restore.moment(formatTime(manifest.at)));
    log(
      reach === undefined || reach > since
        ? text.restore.departuresShort(reach)
        : text.restore.departures,
    );
    if (keptData !== undefined) log(text.restore.keptData(keptData));
    if (outcome.kept !== undefined) log(text.restore.keptDatabase(outcome.kept));
    const secrets = await readJson(join(dataDir, 'secrets.json'));
    for (const line of tellSecrets(settings, { secrets, missing: manifest?.missing ?? [] }))
      log(line);
    if (existsSync(join(dataDir, environmentFile)))
      log(text.restore.environment(join(dataDir, environmentFile)));
  } finally {
    // A stream that was broken off may still be writing.
    await rm(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Lays the files beside their places and writes down what is to be moved. Resolves to how far back departures reach, too. */
async function announce(
  settings: Environment,
  { work, ...copy }: { file: string; stamp: string; epochId: string; work: string },
): Promise<[reach: string | undefined, restoring: Restoring]> {
  const { dataDir } = settings;
  const reach = await bringDepartures(settings, dirname(copy.file));
  const fresh = await stageData(dataDir, join(work, 'data'));
  const { mtimeMs: modified } = await stat(copy.file);
  const restoring = { ...copy, modified, fresh };
  await writeRestoring(dataDir, restoring);
  return [reach, restoring];
}

/** Whether the restore that was finished just now was of this very archive. */
async function isSame(file: string, { restoring }: Finished): Promise<boolean> {
  return restoring?.file === file && restoring.modified === (await stat(file)).mtimeMs;
}

const formatTime = (at: string) =>
  new Date(at).toLocaleString('nb-NO', { timeZone, dateStyle: 'long', timeStyle: 'medium' });

/** What stands in a file that the archive may lack. */
const readJson = async (file: string): Promise<unknown> =>
  existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};

/** Now, or later when the clock that the copy was made by says so: nothing in the copy is younger than its restore. */
const latest = (until: string | undefined): string => {
  const now = new Date().toISOString();
  return until !== undefined && until > now ? until : now;
};
