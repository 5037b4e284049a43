import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { makeArchive } from './backup/make-archive.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';
import { text } from './backup/text.ts';

/** `npm run backup -- FILE`: everything in one archive, also while the system runs. */
await runCommand(async () => {
  const [target] = process.argv.slice(2);
  if (target === undefined) throw new StartError(text.backup.usage);
  const file = resolve(target);
  await makeArchive(readSettings(), { file, log: console.log });
  const { size } = await stat(file);
  console.log(text.backup.done(file, size));
});
