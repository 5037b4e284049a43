import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Environment } from '../../content/settings/environment.ts';
import { StartError } from '../instance/settings.ts';
import { checkDatabaseKind, restoreOnTrial } from './databases/dump-database.ts';
import { prefixOf } from './leftovers.ts';
import { text } from './text.ts';
import { unpackArchive } from './unpack-archive.ts';

/**
 * Restores an archive into a scratch folder and a scratch database, both made here and removed again, and compares
 * what is in them with what the archive says it holds. Throws a sentence when it could not be restored in earnest.
 */
export async function tryArchive(settings: Environment, file: string): Promise<void> {
  const { dataDir, databaseUrl, backupPassphrase: passphrase } = settings;
  const work = await mkdtemp(join(dataDir, prefixOf('try')));
  try {
    const manifest = await unpackArchive(file, { work, passphrase });
    const folder = join(work, 'database');
    checkDatabaseKind(databaseUrl, folder);
    const scratch = join(work, 'scratch');
    await mkdir(scratch);
    const rows = await restoreOnTrial(databaseUrl, { folder, scratch });
    const pictures = (await readdir(join(work, 'data/media'))).length;
    if (
      !isDeepStrictEqual({ rows, pictures }, { rows: manifest?.rows, pictures: manifest?.pictures })
    )
      throw new StartError(text.backup.notWhole, { cause: { rows, pictures } });
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
