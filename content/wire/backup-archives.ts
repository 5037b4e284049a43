import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Archives at a backup target. Their names are what tells them: only one that was made whole and tried out has such a
 * name, and it says of which moment it is.
 */
export interface BackupArchive {
  name: string;
  at: Date;
}

const named = /^kundefront-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)\.(\d{3})Z\.tgz(?:\.age)?$/;

/** `kundefront-2026-11-29T02-18-55.123Z.tgz`; `ending` tells whether it is encrypted. */
export const archiveName = (at: Date, ending: '.tgz' | '.tgz.age'): string =>
  `kundefront-${at.toISOString().replaceAll(':', '-')}${ending}`;

/** The folder of a `file:` target. */
export const targetFolder = (target: string): string => target.slice('file:'.length);

/** The archives at a target, newest first; none where nothing was ever put. Throws when it cannot be read. */
export async function listArchives(target: string): Promise<BackupArchive[]> {
  const names = await readdir(targetFolder(target)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const [, day, ...time] = named.exec(name) ?? [];
      if (day === undefined) return [];
      const [hour, minute, second, rest] = time;
      return [{ name, at: new Date(`${day}T${hour}:${minute}:${second}.${rest}Z`) }];
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** The path of an archive at a `file:` target. */
export const archivePath = (target: string, name: string): string =>
  join(targetFolder(target), name);
