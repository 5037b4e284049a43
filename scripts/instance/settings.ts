import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnvironment, type Environment } from '../../content/settings/environment.ts';
import { text } from './text.ts';

/** A failure a person can mend: shown as its sentence, without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}

/** Settings from `.env` (if there is one) and the environment, which wins. `DATA_DIR` is made absolute. */
export function readSettings(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const dataDir = resolve(process.env['DATA_DIR'] || './data');
  const result = parseEnvironment({ ...process.env, DATA_DIR: dataDir });
  if (!result.ok) {
    throw new StartError([text.wrongSettings, ...result.problems].join('\n  '));
  }
  const { resendApiKey, resendBaseUrl, backupTo, backupEvery } = result.environment;
  assertRole(result.environment);
  if (resendBaseUrl !== undefined && resendApiKey === undefined) {
    throw new StartError(text.keyMissing);
  }
  if (backupEvery !== undefined && backupTo === undefined) throw new StartError(text.noTarget);
  const { mediaStore, siteTarget } = result.environment;
  return {
    ...result.environment,
    backupTo: backupTo && absolute(backupTo),
    mediaStore: mediaStore && absolute(mediaStore),
    siteTarget: siteTarget && absolute(siteTarget),
  };
}

/** As `DATA_DIR`: the same folder for every process, wherever it is started. */
const absolute = (address: string): string =>
  address.startsWith('file:') ? `file:${resolve(address.slice('file:'.length))}` : address;

/** Several machines need a database that several may ask, and that survives one of its own. */
function assertRole({
  role,
  databaseUrl,
  payloadSecret,
  publishToken,
  ...mail
}: Environment): void {
  if (role === 'all') return;
  if (role === 'site') {
    if (publishToken === undefined) throw new StartError(text.role.noSecrets(role));
    return;
  }
  if (databaseUrl.startsWith('file:')) throw new StartError(text.role.sqlite(role));
  const isReplicaSet =
    databaseUrl.startsWith('mongodb+srv:') || /[?&]replicaSet=[^&]/.test(databaseUrl);
  if (!isReplicaSet) throw new StartError(text.role.noReplicaSet(role));
  if (payloadSecret === undefined || publishToken === undefined)
    throw new StartError(text.role.noSecrets(role));
  if (mail.resendApiKey === undefined) throw new StartError(text.role.noMail(role));
}

/** Runs a command's main function; expected failures end with their sentence and exit code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(`\n${error.message}\n`);
    process.exit(1);
  }
}
