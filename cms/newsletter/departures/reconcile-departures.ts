import type { Payload } from 'payload';
import { listArchives } from '../../../content/wire/backup-archives.ts';
import { readEnvironment } from '../../environment.ts';
import { applyDepartures } from './apply-departures.ts';
import { beginDepartures, copyToTarget, forgetDepartures } from './departures-file.ts';

const day = 24 * 3_600_000;
/** Without archives whose age is known: how long departures are remembered. */
const longest = 365 * day;

/**
 * Applies departures that a restore left open, forgets those from before the oldest archive, and brings the copy at
 * the backup target up to date.
 */
export async function reconcileDepartures(payload: Payload): Promise<void> {
  await beginDepartures();
  await applyDepartures(payload);
  const { backupTo } = readEnvironment();
  const oldest = backupTo === undefined ? undefined : (await listArchives(backupTo)).at(-1);
  const cut = oldest === undefined ? Date.now() - longest : oldest.at.getTime() - day;
  await forgetDepartures(new Date(cut).toISOString());
  await copyToTarget();
}
