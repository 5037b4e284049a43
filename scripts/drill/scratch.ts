import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnvironment, type Environment } from '../../content/settings/environment.ts';
import { variables } from '../../content/settings/variables.ts';
import { connectMongo } from '../backup/databases/connect-mongo.ts';
import { ownDatabase } from '../backup/databases/own-database.ts';
import { freePort, startInstance, type Instance } from '../instance/start-instance.ts';

/** A machine of the drill's own: a folder, a database, no key to anything outside. */
export interface Scratch {
  settings: Environment;
  start(): Promise<Instance>;
  /** Removes all of it. */
  remove(): Promise<void>;
}

/** `SITE_PORT` and so on; the same for machines whose pages are to be the same. */
type Ports = Record<'SITE_PORT' | 'CMS_PORT' | 'MAILBOX_PORT', string>;

export async function freePorts(): Promise<Ports> {
  const [site, cms, mail] = [await freePort(), await freePort(), await freePort()];
  return { SITE_PORT: String(site), CMS_PORT: String(cms), MAILBOX_PORT: String(mail) };
}

const token = () => randomBytes(24).toString('hex');

/**
 * Throws when it would touch what is configured: its names are new ones, and nothing of the configuration but the kind of
 * database, where its server is, and the word that opens backups goes into it.
 */
export async function makeScratch(configured: Environment, ports: Ports): Promise<Scratch> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kundefront-drill-'));
  const isMongo = !configured.databaseUrl.startsWith('file:');
  const given: Record<string, string> = {
    ...{ NODE_ENV: 'production', DATA_DIR: dataDir },
    DATABASE_URL: isMongo
      ? ownDatabase(configured.databaseUrl, `kundefront-drill-${randomUUID().slice(0, 8)}`)
      : `file:${join(dataDir, 'kundefront.db')}`,
    ...{ ...ports, PAYLOAD_SECRET: token(), PUBLISH_TOKEN: token() },
    ...(configured.backupPassphrase !== undefined && {
      BACKUP_PASSPHRASE: configured.backupPassphrase,
    }),
  };
  const parsed = parseEnvironment(given);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const { environment: settings } = parsed;
  if (settings.dataDir === configured.dataDir || settings.databaseUrl === configured.databaseUrl)
    throw new Error('a drill must not touch what is configured');
  return {
    settings,
    start: () => {
      // Set to nothing, and thus not read from `.env` either: no key, no store, no target.
      const nothing = Object.fromEntries(Object.keys(variables).map((name) => [name, '']));
      return startInstance({ dataDir, environment: { ...nothing, ...given } });
    },
    remove: async () => {
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
      if (isMongo) await dropDatabase(settings.databaseUrl);
    },
  };
}

async function dropDatabase(url: string): Promise<void> {
  const { db, close } = await connectMongo(url);
  try {
    await db.dropDatabase();
  } finally {
    await close();
  }
}
