import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { restoreArchive } from './backup/restore-archive.ts';
import { holdInstance } from './instance/hold-instance.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';
import { text } from './backup/text.ts';

/**
 * `npm run restore -- FILE`: puts a backup in the place of what is there. One that was killed is finished by the
 * next start, or by this. The system must be stopped.
 */
await runCommand(async () => {
  const [source] = process.argv.slice(2);
  if (source === undefined) throw new StartError(text.restore.usage);
  const file = resolve(source);
  if (!existsSync(file)) throw new StartError(text.restore.notFound(file));
  const settings = readSettings();
  await mkdir(settings.dataDir, { recursive: true });
  await holdInstance(settings.dataDir);
  await restoreArchive(settings, { file, log: console.log });
  console.log(text.restore.next);
});
