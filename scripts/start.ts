import { existsSync, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Environment } from '../content/settings/environment.ts';
import { backUpBeforeUpgrade } from './backup/back-up-before-upgrade.ts';
import { keepBackups } from './backup/keep-backups.ts';
import { settleBrokenRestore } from './backup/settle-broken-restore.ts';
import { buildStale } from './instance/build-stale.ts';
import { checkDatabase } from './instance/check-database.ts';
import { checkPorts } from './instance/check-ports.ts';
import { holdInstance } from './instance/hold-instance.ts';
import { prepareData } from './instance/prepare-data.ts';
import { waitUntilPublished } from './instance/publisher-status.ts';
import { seedWhenEmpty } from './seed/seed-when-empty.ts';
import { instanceEnvironment, instanceServices } from './instance/services.ts';
import { readSettings, runCommand, StartError } from './instance/settings.ts';
import { Supervisor, type Service } from './instance/supervise.ts';
import { text } from './text.ts';

const started = Date.now();
/** What each role needs built; all of it where it is undefined. */
const roomOf = { all: undefined, cms: 'cms', worker: 'cms', site: 'site' } as const;
const isDev = process.argv.includes('--dev');
const log = (line: string) => console.log(line);

await runCommand(async () => {
  const settings = readSettings();
  delete process.env['BACKUP_PASSPHRASE']; // nobody inherits it but who makes backups
  await holdInstance(settings.dataDir);
  const { role } = settings;
  const hasDatabase = role !== 'site';
  if (hasDatabase) {
    await checkDatabase(settings.databaseUrl);
    await settleBrokenRestore(settings, log);
  }
  const secrets = await prepareData(settings);
  const environment = instanceEnvironment(settings, secrets);
  const services = instanceServices(settings, environment, isDev);
  await checkPorts(services.map(({ port }) => ({ host: settings.host, ...port })));
  if (hasDatabase) await backUpBeforeUpgrade(settings, log);
  await Promise.all([
    buildStale(log, isDev ? 'site' : roomOf[role]),
    ...(role === 'all' ? [seedWhenEmpty({ dataDir: settings.dataDir, environment, log })] : []),
  ]);

  const supervisor = new Supervisor(log);
  const backups = new AbortController();
  stopOnSignal(supervisor, backups);
  for (const service of services) supervisor.start(service);
  for (const service of services) {
    if (await supervisor.isUp(service, 60_000)) continue;
    await supervisor.stop();
    throw new StartError(text.start.silent(service.name));
  }
  if (role === 'all') await firstPages(settings.sitePort, environment['PUBLISH_TOKEN'] ?? '');
  if (isDev) rebuildOnChange(supervisor, services);
  if (role === 'all' || role === 'worker')
    void keepBackups(settings, { log, signal: backups.signal });
  const setup = hasDatabase ? await setupAddress(settings) : undefined;
  if (setup !== undefined) log(text.start.noAdmin(setup));
  if (hasDatabase && settings.resendApiKey === undefined)
    log(text.start.noMailLeaves(settings.mailboxPort));
  log(text.start.up(((Date.now() - started) / 1000).toFixed(1)));
  for (const { name, url } of services) log(`Ready  ${name.padEnd(9)} ${url}`);
});

/** Where the first administrator is made, with the one-time code that the CMS keeps while there is no user. */
async function setupAddress({ dataDir, cmsUrl }: Environment): Promise<string | undefined> {
  const file = join(dataDir, 'setup-code');
  if (!existsSync(file)) return undefined;
  const code = (await readFile(file, 'utf8')).trim();
  return `${cmsUrl}/admin/create-first-user?kode=${code}`;
}

/** Nobody is sent to a site without pages: the first ones are waited for, as long as a small publication takes. */
async function firstPages(port: number, publishToken: string): Promise<void> {
  const url = `http://127.0.0.1:${String(port)}`;
  const front = await fetch(`${url}/`, { method: 'HEAD' }).catch(() => undefined);
  if (front?.ok === true) return;
  log(text.start.firstPages);
  if (!(await waitUntilPublished({ url, publishToken, timeout: 60_000 })))
    log(text.start.pagesLater);
}

function stopOnSignal(supervisor: Supervisor, backups: AbortController): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    log(text.start.stopping);
    backups.abort();
    await supervisor.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // npm's shell does not pass SIGTERM on; when it is gone, so should we be.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop();
  }, 300).unref();
}

/** Development: Next reloads the CMS by itself; the site bundle is built anew and its publisher restarted. */
function rebuildOnChange(supervisor: Supervisor, services: readonly Service[]): void {
  const site = services.find(({ name }) => name === 'Nettsted');
  let timer: NodeJS.Timeout | undefined;
  const rebuild = async () => {
    try {
      await buildStale(log, 'site');
      if (site !== undefined) supervisor.restart(site);
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      log(error.message); // The developer mends the file, which starts the next build.
    }
  };
  for (const folder of ['site', 'content', 'public']) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void rebuild(), 200);
    });
  }
}
