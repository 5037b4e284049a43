import { parseDuration } from '../../content/settings/duration.ts';
import { readBackupFailure } from '../../content/wire/backup-failure.ts';
import { listArchives } from '../../content/wire/backup-archives.ts';
import { readEnvironment } from '../environment.ts';
import { text } from './text.ts';

/** How long the first archive may take from the start of this process on, in ms. */
const patience = 3_600_000;

/** When the newest good archive was made; null when there is none, undefined when nothing says where they are. */
export async function newestBackup(): Promise<Date | null | undefined> {
  const { backupTo } = readEnvironment();
  if (backupTo === undefined) return undefined;
  const [newest] = await listArchives(backupTo);
  return newest?.at ?? null;
}

/** What is wrong with the backups, once there is a schedule: half as much again as `BACKUP_EVERY` is too old. */
export async function checkBackup(now = Date.now()): Promise<string[]> {
  const every = scheduled();
  if (every === undefined) return [];
  const [newest, failure] = [await newestBackup(), await findBackupFailure()];
  const isTooOld = newest
    ? now - newest.getTime() > 1.5 * every
    : process.uptime() * 1000 > patience;
  if (!isTooOld) return [];
  return [newest ? text.oldBackup(newest) : text.noBackup, ...failure];
}

/** Why the last one by schedule did not go well, and what to do; nothing once a newer archive is there. */
export async function findBackupFailure(): Promise<string[]> {
  if (scheduled() === undefined) return [];
  const failure = await readBackupFailure(readEnvironment().dataDir);
  // Where the target itself cannot be read, that is why it failed.
  const newest = await newestBackup().catch(() => undefined);
  if (failure === undefined || (newest && newest > failure.at)) return [];
  return [text.failedBackup(failure.at, failure.why)];
}

/** How often there is to be one, in ms; undefined without a schedule. */
function scheduled(): number | undefined {
  const { backupTo, backupEvery } = readEnvironment();
  if (backupTo === undefined || backupEvery === undefined) return undefined;
  return parseDuration(backupEvery);
}
