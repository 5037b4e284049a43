import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { create } from 'tar';
import type { Environment } from '../../content/settings/environment.ts';
import { StartError } from '../instance/settings.ts';
import { dumpDatabase } from './databases/dump-database.ts';
import { encrypt } from './encryption.ts';
import { bringPictures, gatherPictures, gatherSecrets } from './gather-data.ts';
import { clearScratch, partialName, prefixOf } from './leftovers.ts';
import { writeManifest } from './manifest.ts';
import { assertNotRestoring } from './restoring-file.ts';
import { text } from './text.ts';

/** Throws when what was written is no good; called before it has its name. */
type Check = (partial: string) => Promise<void>;

/**
 * Everything in one archive: the database (documents, versions, subscribers, consent, mailings, deliveries), the
 * pictures and the secrets; encrypted with `BACKUP_PASSPHRASE`, if there is one. Safe while the system runs. `file` is
 * there whole or not at all, and nothing that is not encrypted lies beside it on the way.
 */
export async function makeArchive(
  settings: Environment,
  { file, log, check }: { file: string; log: (line: string) => void; check?: Check },
): Promise<void> {
  const { dataDir, databaseUrl, backupPassphrase: passphrase } = settings;
  assertNotRestoring(dataDir);
  for (const folder of [dirname(file), dataDir]) await mkdir(folder, { recursive: true });
  await clearScratch(dataDir);
  const work = await mkdtemp(join(dataDir, prefixOf('make')));
  const partial = join(dirname(file), partialName(basename(file)));
  try {
    await mkdir(join(work, 'data'));
    log(text.backup.database);
    const at = new Date().toISOString();
    await bringPictures(settings);
    await gatherPictures(dataDir, join(work, 'data'));
    const rows = await dumpDatabase(databaseUrl, join(work, 'database'));
    await bringPictures(settings);
    const pictures = await gatherPictures(dataDir, join(work, 'data'));
    const isEncrypted = passphrase !== undefined;
    const missing = await gatherSecrets(settings, { folder: join(work, 'data'), isEncrypted });
    await writeManifest(work, { at, until: new Date().toISOString(), missing, rows, pictures });
    log(text.backup.data);
    const parts = ['manifest.json', 'database', 'data'];
    const packed = Readable.from(create({ cwd: work, gzip: true, portable: true }, parts));
    await pipeline(
      passphrase === undefined ? packed : await encrypt(packed, passphrase),
      createWriteStream(partial, { mode: 0o600 }), // it holds addresses and secrets
    );
    await flush(partial);
    await check?.(partial);
    await rename(partial, file);
    if (!isEncrypted) log(text.backup.notEncrypted);
    if (missing.length > 0) log(text.backup.missing(missing));
  } catch (cause) {
    // why: a system error of Node carries a code.
    if ((cause as NodeJS.ErrnoException).code !== 'ENOSPC') throw cause;
    throw new StartError(text.backup.noRoom(dirname(file)), { cause });
  } finally {
    await rm(work, { recursive: true, force: true });
    await rm(partial, { force: true });
  }
}

/** On the disk before it has its name. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
