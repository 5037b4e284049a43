import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { create } from 'tar';
import type { Environment } from '../../content/settings/environment.ts';
import { dumpDatabase } from './dump-database.ts';
import { writeManifest } from './manifest.ts';
import { assertNotRestoring } from './restoring-file.ts';
import { text } from './text.ts';

/**
 * Everything in one archive: the database (documents, versions, subscribers, consent, mailings, deliveries), the
 * pictures and the secrets. Safe while the system runs. `file` is there whole or not at all.
 */
export async function makeArchive(
  { dataDir, databaseUrl }: Pick<Environment, 'dataDir' | 'databaseUrl'>,
  { file, log }: { file: string; log: (line: string) => void },
): Promise<void> {
  assertNotRestoring(dataDir);
  await mkdir(dirname(file), { recursive: true });
  const work = await mkdtemp(join(dirname(file), '.backup-'));
  const partial = join(work, 'archive');
  try {
    log(text.backup.database);
    const at = new Date().toISOString();
    await dumpDatabase(databaseUrl, join(work, 'database'));
    await writeManifest(work, { at, until: new Date().toISOString() });
    log(text.backup.data);
    await mkdir(join(dataDir, 'media'), { recursive: true }); // an archive cannot be of nothing
    const kept = ['media', 'secrets.json', 'seeded'].filter((name) =>
      existsSync(join(dataDir, name)),
    );
    await create({ file: join(work, 'data.tar'), cwd: dataDir, portable: true }, kept);
    await writeFile(partial, '', { mode: 0o600 }); // it holds addresses and secrets
    const parts = ['manifest.json', 'database', 'data.tar'];
    await create({ file: partial, cwd: work, gzip: true, portable: true }, parts);
    await flush(partial);
    await rename(partial, file);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** On the disk before it has its name. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
