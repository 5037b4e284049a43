import { join } from 'node:path';
import type { Environment } from '../../content/settings/environment.ts';
import { backUpToTarget } from './back-up-to-target.ts';
import { knownMigrations, readMigrations } from './databases/read-migrations.ts';
import { text } from './text.ts';

/**
 * Before newer code changes a database: a copy of everything at `BACKUP_TO`, or else in `DATA_DIR/backups`, from which
 * the way back leads. Nothing when there is nothing to change, or nothing there.
 */
export async function backUpBeforeUpgrade(
  settings: Environment,
  log: (line: string) => void,
): Promise<void> {
  const done = await readMigrations(settings.databaseUrl);
  if (done === undefined || knownMigrations().every((name) => done.includes(name))) return;
  log(text.backup.beforeUpgrade);
  const target = settings.backupTo ?? `file:${join(settings.dataDir, 'backups')}`;
  log(text.backup.keptBeforeUpgrade(await backUpToTarget(settings, { target, log })));
}
