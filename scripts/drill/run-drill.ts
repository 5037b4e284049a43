import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../../content/settings/environment.ts';
import { archivePath, listArchives } from '../../content/wire/backup-archives.ts';
import { makeArchive } from '../backup/make-archive.ts';
import { restoreArchive } from '../backup/restore-archive.ts';
import { readArchive } from '../backup/read-archive.ts';
import type { Instance } from '../instance/start-instance.ts';
import { publisherStatus } from '../instance/publisher-status.ts';
import { hashPublic, readSite, type SiteReading } from './read-site.ts';
import { freePorts, makeScratch, type Scratch } from './scratch.ts';
import { text } from './text.ts';

/** A line of the report. */
export interface Finding {
  what: string;
  found: string;
  isGood: boolean;
}

interface Asked {
  /** The archive that is tried; the newest, or one made now, when it is not said. */
  file?: string | undefined;
  log: (line: string) => void;
  /** How long the site may stand still before all is out, in ms. */
  patience?: number;
}

const { steps } = text;
/** Longer than the search of 10,000 articles takes, in ms. */
const longest = 5 * 60_000;
const quiet = () => undefined;

/**
 * Restores a backup on a machine of the drill's own, reads it as readers do, makes a backup of it while it runs, kills and
 * deletes it, restores that on another, and compares. Nothing that is configured is written to; `file` is only read.
 */
export async function runDrill(
  configured: Environment,
  { file, log, patience = longest }: Asked,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const tell: Tell = (what, found, isGood = true) => void findings.push({ what, found, isGood });
  const ports = await freePorts();
  const machines = [
    await makeScratch(configured, ports),
    await makeScratch(configured, ports),
  ] as const;
  const [first, second] = machines;
  const running: Instance[] = [];
  try {
    const archive = file ?? (await newest(configured)) ?? (await aNewOne(configured, first, log));
    const { at } = await readArchive(archive, configured.backupPassphrase);
    tell(steps.archive, archive);
    tell(steps.age, text.minutes(Date.now() - Date.parse(at)));

    const one = await bringUp(first, archive, { log, again: false, tell, running, patience });
    const before = hashPublic(first.settings.dataDir);
    log(text.backingUp);
    const copy = join(second.settings.dataDir, 'copy.tgz');
    const began = performance.now();
    await makeArchive(first.settings, { file: copy, log: quiet });
    tell(steps.backup, text.seconds(performance.now() - began));

    log(text.destroying);
    await one.stop('SIGKILL');
    await sleep(2_000); // its processes see within a second that it is gone
    await first.remove();

    await bringUp(second, copy, { log, again: true, tell, running, patience });
    const after = hashPublic(second.settings.dataDir);
    const different = [...new Set([...before.keys(), ...after.keys()])].filter(
      (name) => before.get(name) !== after.get(name),
    );
    tell(
      steps.same,
      different.length === 0 ? text.alike : text.different(different),
      different.length === 0,
    );
  } finally {
    for (const instance of running) await instance.stop();
    for (const machine of machines) await machine.remove();
  }
  return findings;
}

type Tell = (what: string, found: string, isGood?: boolean) => void;

interface Course {
  log: (line: string) => void;
  again: boolean;
  tell: Tell;
  /** Everything that was started, to be stopped whatever happens. */
  running: Instance[];
  patience: number;
}

async function bringUp(
  machine: Scratch,
  archive: string,
  { log, again, tell, running, patience }: Course,
): Promise<Instance> {
  const began = performance.now();
  log(again ? text.again : text.restoring(archive));
  await restoreArchive(machine.settings, { file: archive, log: quiet });
  const { rows } = await readArchive(archive, machine.settings.backupPassphrase);
  tell(steps.restore, text.seconds(performance.now() - began));
  // Compared with the archive, table by table, before it takes its place.
  tell(steps.rows, text.rows(Object.values(rows).reduce((sum, count) => sum + count, 0)));
  log(text.starting);
  const started = performance.now();
  const instance = await machine.start();
  running.push(instance);
  const publishToken = machine.settings.publishToken ?? '';
  const isOut = await untilAllIsOut(instance.siteUrl, { publishToken, patience });
  tell(steps.start, text.seconds(performance.now() - started), isOut);
  if (again) tell(steps.total, text.seconds(performance.now() - began), isOut);
  log(text.checking);
  tellReading(await readSite(instance, { publishToken }), tell);
  return instance;
}

/**
 * With the search, and every picture that is shared. False when it gets no further for so long: more pages, or fewer
 * pictures to come. That it tries again is none.
 */
async function untilAllIsOut(
  url: string,
  { publishToken, patience }: { publishToken: string; patience: number },
): Promise<boolean> {
  let [furthest, since] = [-Infinity, Date.now()];
  while (Date.now() - since < patience) {
    const { state, searchPending, pages, pending } = await publisherStatus(url, publishToken);
    if (state === 'idle' && !searchPending && pending === 0) return true;
    const way = pages - pending;
    if (state !== 'down' && way > furthest) [furthest, since] = [way, Date.now()];
    await sleep(250);
  }
  return false;
}

function tellReading({ articles, links, hasSearch, mails }: SiteReading, tell: Tell): void {
  for (const [what, { right, all }] of [
    [steps.articles, articles],
    [steps.links, links],
  ] as const)
    tell(what, text.ofAll(right, all), right === all);
  tell(steps.search, hasSearch ? text.there : text.missing, hasSearch);
  tell(steps.mail, text.counted(mails), mails === 0);
}

async function newest({ backupTo }: Environment): Promise<string | undefined> {
  if (backupTo === undefined) return undefined;
  const [archive] = await listArchives(backupTo);
  return archive && archivePath(backupTo, archive.name);
}

async function aNewOne(
  configured: Environment,
  { settings }: Scratch,
  log: (line: string) => void,
): Promise<string> {
  log(text.making);
  const file = join(settings.dataDir, 'first.tgz');
  await makeArchive(configured, { file, log: quiet });
  return file;
}
