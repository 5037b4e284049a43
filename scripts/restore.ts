import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { extract } from 'tar';
import { checkDatabaseKind, loadDatabase } from './backup/dump-database.ts';
import { holdInstance } from './hold-instance.ts';
import { readSettings, runCommand, StartError } from './settings.ts';

/**
 * `npm run restore -- FILE`: puts a backup in the place of what is in `DATA_DIR`, which is kept beside
 * it. The site's own copy is dropped: it is fetched and rendered anew at the next start.
 */
await runCommand(async () => {
  const [source] = process.argv.slice(2);
  if (source === undefined)
    throw new StartError('Si hvilken fil: npm run restore -- sikkerhetskopi.tgz');
  const file = resolve(source);
  if (!existsSync(file)) throw new StartError(`Fant ikke ${file}.`);
  const { dataDir, databaseUrl } = readSettings();
  await mkdir(dataDir, { recursive: true });
  await holdInstance(dataDir);
  const work = await mkdtemp(join(dataDir, '.restore-'));
  try {
    await unpack(file, work);
    if (!existsSync(join(work, 'database')) || !existsSync(join(work, 'data.tar'))) {
      throw new StartError(`${file} er ikke en sikkerhetskopi fra Kundefront.`);
    }
    checkDatabaseKind(databaseUrl, join(work, 'database'));
    await mkdir(join(work, 'data'));
    await unpack(join(work, 'data.tar'), join(work, 'data'));
    const old = join(dataDir, `before-restore-${Date.now()}`);
    await mkdir(old);
    for (const name of [
      'media',
      'site',
      'public',
      'secrets.json',
      'kundefront.db',
      'kundefront.db-wal',
      'kundefront.db-shm',
    ]) {
      if (existsSync(join(dataDir, name))) await rename(join(dataDir, name), join(old, name));
    }
    for (const name of ['media', 'secrets.json']) {
      if (existsSync(join(work, 'data', name)))
        await rename(join(work, 'data', name), join(dataDir, name));
    }
    // What was to be mailed before now asks a person first.
    await writeFile(join(dataDir, 'restored'), new Date().toISOString());
    await loadDatabase(databaseUrl, join(work, 'database'));
    await writeFile(join(dataDir, 'seeded'), databaseUrl);
    console.log(`Gjenopprettet fra ${file}. Det som lå der før, er i ${old}. Start med: npm start`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});

async function unpack(file: string, folder: string): Promise<void> {
  try {
    await extract({ file, cwd: folder, strict: true });
  } catch (error) {
    throw new StartError(
      `${file} er ødelagt eller ikke en sikkerhetskopi. Ingenting er endret. Prøv en annen kopi.`,
      { cause: error },
    );
  }
}
