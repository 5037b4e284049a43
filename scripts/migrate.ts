import { knownMigrations, readMigrations } from './backup/databases/read-migrations.ts';
import { backUpBeforeUpgrade } from './backup/back-up-before-upgrade.ts';
import { checkDatabase } from './instance/check-database.ts';
import { holdInstance } from './instance/hold-instance.ts';
import { prepareData } from './instance/prepare-data.ts';
import { instanceEnvironment } from './instance/services.ts';
import { readSettings, runCommand } from './instance/settings.ts';
import { text } from './text.ts';

/**
 * `npm run migrate`: brings the database to this code, after a backup of it, and starts nothing; what a start would do by
 * itself. Safe to run again, and to kill.
 */
await runCommand(async () => {
  const settings = readSettings();
  await checkDatabase(settings.databaseUrl);
  const secrets = await prepareData(settings);
  const before = (await readMigrations(settings.databaseUrl)) ?? [];
  const due = knownMigrations().filter((name) => !before.includes(name));
  if (due.length === 0) {
    console.log(text.migrate.nothing);
    return;
  }
  if (settings.databaseUrl.startsWith('file:')) await holdInstance(settings.dataDir);
  await backUpBeforeUpgrade(settings, console.log);
  console.log(text.migrate.begins(due.length));
  // Payload ends the process itself when one does not go.
  process.once('exit', (code) => {
    if (code !== 0) console.error(text.migrate.failed);
  });
  Object.assign(process.env, instanceEnvironment(settings, secrets));
  // Imported here: the configuration reads the environment that was set above.
  const { getPayload } = await import('payload');
  const { default: config } = await import('../cms/payload.config.ts');
  await getPayload({ config });
  for (const name of due) console.log(`  ${name}`);
  console.log(text.migrate.done);
  process.exit(0);
});
