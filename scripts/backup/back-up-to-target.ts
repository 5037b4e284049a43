import { rm } from 'node:fs/promises';
import type { Environment } from '../../content/settings/environment.ts';
import {
  archiveName,
  archivePath,
  listArchives,
  targetFolder,
} from '../../content/wire/backup-archives.ts';
import { makeFolder } from '../instance/make-folder.ts';
import { StartError } from '../instance/settings.ts';
import { clearPartials } from './leftovers.ts';
import { makeArchive } from './make-archive.ts';
import { text } from './text.ts';
import { tryArchive } from './try-archive.ts';

/**
 * An archive at `target`, tried out before it has its name, and the oldest beyond `BACKUP_KEEP` removed. Resolves to
 * its path. A kill at any moment leaves every archive there whole.
 */
export async function backUpToTarget(
  settings: Environment,
  { target, log }: { target: string; log: (line: string) => void },
): Promise<string> {
  const folder = targetFolder(target);
  await makeFolder(folder, 0o700).catch((cause: unknown) => {
    throw new StartError(text.backup.noFolder(folder), { cause });
  });
  await clearPartials(folder);
  const ending = settings.backupPassphrase === undefined ? '.tgz' : '.tgz.age';
  const file = archivePath(target, archiveName(new Date(), ending));
  const check = (partial: string) => {
    log(text.backup.trying);
    return tryArchive(settings, partial);
  };
  await makeArchive(settings, { file, log, check });
  const [, ...older] = (await listArchives(target)).slice(settings.backupKeep - 1);
  for (const { name } of older) await rm(archivePath(target, name), { force: true });
  return file;
}
