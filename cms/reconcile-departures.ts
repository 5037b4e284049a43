import type { Payload } from 'payload';
import { listArchives } from '../content/wire/backup-archives.ts';
import { readEnvironment } from './environment.ts';
import { beginDepartures, copyToTarget, forgetDepartures } from './departures/departures-file.ts';
import { settleRestore } from './settle-restore.ts';

const day = 24 * 3_600_000;
/** Without archives whose age is known: how long departures are remembered. */
const longest = 365 * day;
/** Copies that somebody made by hand, before or beside those at the target, are restored within so long. */
const shortest = 30 * day;

/**
 * Settles what a restore left open, forgets those from before the oldest archive, and brings the copy at
 * the backup target up to date.
 */
export async function reconcileDepartures(payload: Payload): Promise<void> {
  await beginDepartures();
  await settleRestore(payload);
  const { backupTo } = readEnvironment();
  const oldest = backupTo === undefined ? undefined : (await listArchives(backupTo)).at(-1);
  const now = Date.now();
  const cut =
    oldest === undefined ? now - longest : Math.min(oldest.at.getTime() - day, now - shortest);
  await forgetDepartures(new Date(cut).toISOString());
  await copyToTarget();
}
