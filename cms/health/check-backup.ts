import { parseDuration } from '../../content/settings/duration.ts';
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
  const { backupTo, backupEvery } = readEnvironment();
  const every = backupEvery === undefined ? undefined : parseDuration(backupEvery);
  if (backupTo === undefined || every === undefined) return [];
  const newest = await newestBackup();
  if (!newest) return process.uptime() * 1000 > patience ? [text.noBackup] : [];
  return now - newest.getTime() > 1.5 * every ? [text.oldBackup(newest)] : [];
}
