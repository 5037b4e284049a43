import { join } from 'node:path';
import type { Environment } from '../../content/settings/environment.ts';
import { archiveEnding, makeArchive } from './make-archive.ts';
import { knownMigrations, readMigrations } from './read-migrations.ts';
import { text } from './text.ts';

/**
 * Before newer code changes a database: a copy of everything in `DATA_DIR/backups`, from which the way back leads.
 * Nothing when there is nothing to change, or nothing there.
 */
export async function backUpBeforeUpgrade(
  settings: Environment,
  log: (line: string) => void,
): Promise<void> {
  const done = await readMigrations(settings.databaseUrl);
  if (done === undefined || knownMigrations().every((name) => done.includes(name))) return;
  log(text.backup.beforeUpgrade);
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const file = join(
    settings.dataDir,
    'backups',
    `before-upgrade-${stamp}${archiveEnding(settings)}`,
  );
  await makeArchive(settings, { file, log });
  log(text.backup.keptBeforeUpgrade(file));
}
