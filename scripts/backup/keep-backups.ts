import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseDuration } from '../../content/settings/duration.ts';
import { logLine } from '../../content/log/log-line.ts';
import { withoutSecrets } from '../../content/log/without-secrets.ts';
import { toVariables, type Environment } from '../../content/settings/environment.ts';
import { writeBackupFailure } from '../../content/wire/backup-failure.ts';
import { listArchives } from '../../content/wire/backup-archives.ts';
import { showLine } from '../instance/show-line.ts';
import { nodeFlags } from '../instance/supervise.ts';
import { text } from './text.ts';

const lookEvery = 60_000;
/** How long after one that failed the next is tried, at most. */
const longestPause = 600_000;

/**
 * Sees to it that the newest archive at `BACKUP_TO` is never older than `BACKUP_EVERY`: looks every minute how old it
 * is, and makes one, in a process of its own, when it is due. Resolves when `signal` ends it and that process is gone.
 */
export async function keepBackups(
  settings: Environment,
  { log, signal }: { log: (line: string) => void; signal: AbortSignal },
): Promise<void> {
  const { backupTo, backupEvery } = settings;
  const every = backupEvery === undefined ? undefined : parseDuration(backupEvery);
  if (backupTo === undefined || every === undefined) return;
  while (!signal.aborted) {
    const isGood = !(await isDue(backupTo, every)) || (await makeOne(settings, { log, signal }));
    const pause = isGood ? lookEvery : Math.min(every, longestPause);
    await sleep(pause, undefined, { signal }).catch(() => undefined); // ended: the loop is
  }
}

async function isDue(target: string, every: number): Promise<boolean> {
  // What cannot be read is found out, and told, by whoever makes one.
  const [newest] = await listArchives(target).catch(() => []);
  return newest === undefined || Date.now() - newest.at.getTime() >= every;
}

/** Whether it went well; what it says is in the log, and why it failed where the CMS finds it. */
async function makeOne(
  settings: Environment,
  { log, signal }: { log: (line: string) => void; signal: AbortSignal },
): Promise<boolean> {
  const child = spawn(process.execPath, [...nodeFlags, 'scripts/backup.ts'], {
    env: { ...process.env, ...toVariables(settings) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  const said = forward(child, log);
  const outcome = await new Promise<number | null | Error>((resolve) => {
    child.once('error', resolve); // the machine has no room for another process
    child.once('close', resolve);
  });
  signal.removeEventListener('abort', stop);
  if (outcome === 0) return true;
  const why = outcome instanceof Error ? outcome.message : said();
  if (signal.aborted) return false;
  const msg = text.backup.failed(why);
  log(showLine(source, logLine({ level: 'error', area: source.area, msg })));
  const failure = { at: new Date(), why: withoutSecrets(why).slice(0, 300) };
  // Where there is no room for it, the log has said it.
  await writeBackupFailure(settings.dataDir, failure).catch(() => undefined);
  return false;
}

/** What it says are lines of the log; the returned function tells why it failed. */
function forward(child: ChildProcess, log: (line: string) => void): () => string {
  const problems: string[] = [];
  for (const [input, level] of [
    [child.stdout, 'info'],
    [child.stderr, 'error'],
  ] as const) {
    if (input === null) continue;
    createInterface({ input }).on('line', (line) => {
      const msg = line.trim();
      if (msg === '') return;
      if (level === 'error') problems.push(msg);
      log(showLine(source, logLine({ level, area: source.area, msg })));
    });
  }
  // What is not expected ends with a stack and the version of Node: the line of the error is what tells.
  return () =>
    problems.find((line) => /^\w*Error\b/.test(line)) ?? (problems.join(' ') || text.backup.silent);
}

const source = { name: text.backup.service, area: 'backup' };
