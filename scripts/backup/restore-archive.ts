import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { timeZone } from '../../content/model/time-zone.ts';
import type { Environment } from '../../content/settings/environment.ts';
import { bringDepartures } from './bring-departures.ts';
import { checkDatabaseKind, stageDatabase } from './databases/dump-database.ts';
import { environmentFile } from './gather-data.ts';
import { clearScratch, prefixOf } from './leftovers.ts';
import { restoringFile } from './restoring-file.ts';
import { tellSecrets } from './tell-secrets.ts';
import { text } from './text.ts';
import { unpackArchive } from './unpack-archive.ts';

/**
 * Puts an archive in the place of what is in `DATA_DIR` and the database, which are kept beside it. The copy is read
 * and checked before anything is moved. The site's own copy is dropped: it is fetched and rendered anew.
 */
export async function restoreArchive(
  settings: Environment,
  { file, log }: { file: string; log: (line: string) => void },
): Promise<void> {
  const { dataDir, databaseUrl, backupPassphrase: passphrase } = settings;
  await clearScratch(dataDir);
  const work = await mkdtemp(join(dataDir, prefixOf('restore')));
  try {
    const manifest = await unpackArchive(file, { work, passphrase });
    checkDatabaseKind(databaseUrl, join(work, 'database'));
    const stamp = String(Date.now());
    const folder = join(work, 'database');
    const since = manifest?.at ?? new Date(0).toISOString();
    const swapDatabase = await stageDatabase(databaseUrl, { folder, stamp, since });
    const reach = await bringDepartures(settings, dirname(file));
    // From here on what is there is neither the old nor the new, until the file is gone again.
    await writeFile(restoringFile(dataDir), file);
    const keptData = await swapData(dataDir, { fresh: join(work, 'data'), stamp });
    const keptDatabase = await swapDatabase();
    await writeFile(join(dataDir, 'seeded'), databaseUrl);
    await rm(restoringFile(dataDir));
    log(text.restore.done(file));
    if (manifest !== undefined) log(text.restore.moment(formatTime(manifest.at)));
    log(
      reach === undefined || reach > since
        ? text.restore.departuresShort(reach)
        : text.restore.departures,
    );
    if (keptData !== undefined) log(text.restore.keptData(keptData));
    if (keptDatabase !== undefined) log(text.restore.keptDatabase(keptDatabase));
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

const formatTime = (at: string) =>
  new Date(at).toLocaleString('nb-NO', { timeZone, dateStyle: 'long', timeStyle: 'medium' });

/** Moves what the archive has into `DATA_DIR`. Resolves to where the present is kept, if there was any. */
async function swapData(
  dataDir: string,
  { fresh, stamp }: { fresh: string; stamp: string },
): Promise<string | undefined> {
  const present = ['media', 'site', 'public', 'secrets.json', environmentFile].filter((name) =>
    existsSync(join(dataDir, name)),
  );
  const kept = join(dataDir, `before-restore-${stamp}`);
  if (present.length > 0) await mkdir(kept, { recursive: true });
  for (const name of present) await rename(join(dataDir, name), join(kept, name));
  for (const name of ['media', 'secrets.json', environmentFile]) {
    if (existsSync(join(fresh, name))) await rename(join(fresh, name), join(dataDir, name));
  }
  return present.length > 0 ? kept : undefined;
}

/** What stands in a file that the archive may lack. */
const readJson = async (file: string): Promise<unknown> =>
  existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
