import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { backUpToTarget } from './backup/back-up-to-target.ts';
import { makeArchive } from './backup/make-archive.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';
import { text } from './backup/text.ts';

/**
 * `npm run backup -- FILE`: everything in one archive, also while the system runs. Without a name: to `BACKUP_TO`,
 * tried out, with those beyond `BACKUP_KEEP` removed; what is done every `BACKUP_EVERY` by itself.
 */
await runCommand(async () => {
  const [given] = process.argv.slice(2);
  const settings = readSettings();
  const { backupTo: target } = settings;
  if (given === undefined && target === undefined) throw new StartError(text.backup.usage);
  const file =
    given === undefined && target !== undefined
      ? await backUpToTarget(settings, { target, log: console.log })
      : resolve(given ?? '');
  if (given !== undefined) await makeArchive(settings, { file, log: console.log });
  const { size } = await stat(file);
  console.log(text.backup.done(file, size));
});
