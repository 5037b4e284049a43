import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { create } from 'tar';
import { dumpDatabase } from './backup/dump-database.ts';
import { assertNotRestoring } from './backup/restoring-file.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';
import { text } from './backup/text.ts';

/**
 * `npm run backup -- FILE`: everything in one archive: the database (documents, versions, subscribers,
 * consent, mailings, deliveries), the pictures and the secrets. Safe while the system runs.
 */
await runCommand(async () => {
  const [target] = process.argv.slice(2);
  if (target === undefined) throw new StartError(text.backup.usage);
  const file = resolve(target);
  const { dataDir, databaseUrl } = readSettings();
  assertNotRestoring(dataDir);
  await mkdir(dirname(file), { recursive: true });
  const work = await mkdtemp(join(dirname(file), '.backup-'));
  try {
    console.log(text.backup.database);
    await dumpDatabase(databaseUrl, join(work, 'database'));
    console.log(text.backup.data);
    await mkdir(join(dataDir, 'media'), { recursive: true }); // an archive cannot be of nothing
    const kept = ['media', 'secrets.json', 'seeded'].filter((name) =>
      existsSync(join(dataDir, name)),
    );
    const partial = `${file}.new`;
    await create({ file: join(work, 'data.tar'), cwd: dataDir, portable: true }, kept);
    await writeFile(partial, '', { mode: 0o600 }); // it holds addresses and secrets
    await create({ file: partial, cwd: work, gzip: true, portable: true }, [
      'database',
      'data.tar',
    ]);
    await rename(partial, file);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  const { size } = await stat(file);
  console.log(text.backup.done(file, size));
});
