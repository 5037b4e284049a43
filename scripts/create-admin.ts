import { createInterface } from 'node:readline';
import { backUpBeforeUpgrade } from './backup/back-up-before-upgrade.ts';
import { checkDatabase } from './instance/check-database.ts';
import { holdInstance } from './instance/hold-instance.ts';
import { prepareData } from './instance/prepare-data.ts';
import { instanceEnvironment } from './instance/services.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';
import { text } from './text.ts';

/**
 * `npm run admin:create`: asks for name, e-mail and password on the terminal (or takes them as lines on
 * standard input) and makes that person an administrator. With SQLite the system must be stopped.
 */
await runCommand(async () => {
  const settings = readSettings();
  await checkDatabase(settings.databaseUrl);
  const secrets = await prepareData(settings);
  if (settings.databaseUrl.startsWith('file:')) await holdInstance(settings.dataDir);
  // Opening the database brings it up to this code.
  await backUpBeforeUpgrade(settings, console.log);
  Object.assign(process.env, instanceEnvironment(settings, secrets));

  const terminal = createInterface({ input: process.stdin });
  const lines = terminal[Symbol.asyncIterator]();
  const ask = async (question: string): Promise<string> => {
    process.stdout.write(question);
    const line = await lines.next();
    return line.done === true ? '' : line.value;
  };
  const name = await ask('Navn: ');
  const email = await ask('E-post: ');
  const password = await ask('Passord (minst 12 tegn): ');
  terminal.close();

  // Imported here: the configuration reads the environment that was set above.
  const { getPayload } = await import('payload');
  const { default: config } = await import('../cms/payload.config.ts');
  const { createAdmin } = await import('../cms/users/first-admin/create-admin.ts');
  const made = await createAdmin(await getPayload({ config }), { name, email, password });
  if (!made.ok) {
    throw new StartError(text.admin.refused(made.problem));
  }
  console.log(made.isNew ? text.admin.made(email) : text.admin.newPassword(email));
  process.exit(0);
});
