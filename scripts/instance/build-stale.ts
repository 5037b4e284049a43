import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from './settings.ts';
import { text } from './text.ts';

interface Build {
  room: 'site' | 'cms';
  name: string;
  /** Whose every folder is an input. */
  folder: string;
  /** What the outcome depends on, whole folders and single files, from the repository root: nothing in them is forgotten. */
  inputs: string[];
  output: string;
  command: string[];
}

const shared = ['content/model', 'content/wire', 'package-lock.json', 'tsconfig.json'];

/** Names in a room that are no part of its outcome: what builds leave behind, and what only tests and people read. */
const outside =
  /^(node_modules|\.next|testing|next-env\.d\.ts|README\.md)$|\.test\.tsx?$|\.tsbuildinfo$/;

export const builds: readonly Build[] = [
  {
    room: 'site',
    name: text.build.rooms.site,
    folder: 'site/src',
    inputs: [...shared, 'site/src', 'content/pages', 'public', 'astro.config.mjs'],
    output: '.build/site',
    command: ['node_modules/astro/bin/astro.mjs', 'build', '--silent'],
  },
  {
    room: 'cms',
    name: text.build.rooms.cms,
    folder: 'cms',
    inputs: [...shared, 'content/settings', 'content/log', 'content/store', 'cms'],
    output: 'cms/.next',
    command: ['node_modules/next/dist/bin/next', 'build', 'cms'],
  },
];

const lockFile = '.build/lock';

/** Builds what changed since the last build: the site bundle and the CMS, or only the named one. */
export async function buildStale(log: (line: string) => void, only?: Build['room']): Promise<void> {
  await mkdir('.build', { recursive: true });
  if ((await staleBuilds(only)).length === 0) return;
  await holdLock(log, async () => {
    await Promise.all((await staleBuilds(only)).map((build) => run(build, log)));
  });
}

async function staleBuilds(only?: Build['room']): Promise<Build[]> {
  const checked = await Promise.all(
    builds
      .filter(({ room }) => only === undefined || room === only)
      .map(async (build) => ({ build, isFresh: await isFresh(build) })),
  );
  return checked.filter(({ isFresh }) => !isFresh).map(({ build }) => build);
}

const stampFile = (build: Build) => `.build/${build.room}.stamp`;

async function isFresh(build: Build): Promise<boolean> {
  if (!existsSync(build.output) || !existsSync(stampFile(build))) return false;
  return (await readFile(stampFile(build), 'utf8')) === (await inputHash(build));
}

/** The files whose content a build depends on, sorted. (`glob` would leave out `.well-known`.) */
export async function inputFiles({ inputs }: Pick<Build, 'inputs'>): Promise<string[]> {
  return (await Promise.all(inputs.map(filesUnder))).flat().sort();
}

async function filesUnder(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const inside = entries
    // Regular ones: some text editors mark an open file with a link that leads nowhere.
    .filter((entry) => (entry.isFile() || entry.isDirectory()) && !outside.test(entry.name))
    .map(async (entry) => {
      const below = join(path, entry.name);
      return entry.isFile() ? [below] : filesUnder(below);
    });
  return (await Promise.all(inside)).flat();
}

async function inputHash(build: Build): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await inputFiles(build))
    hash
      .update(file)
      .update('\0')
      .update(await readFile(file));
  return hash.digest('hex');
}

async function run(build: Build, log: (line: string) => void): Promise<void> {
  log(text.build.begins(build.name));
  const started = Date.now();
  const hash = await inputHash(build);
  await rm(stampFile(build), { force: true });
  const { code, output } = await runNode(build.command);
  if (code !== 0) {
    throw new StartError(text.build.failed(build.name, output.slice(-6000)));
  }
  await writeFile(stampFile(build), hash);
  log(text.build.done(build.name, Math.round((Date.now() - started) / 1000)));
}

function runNode(command: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, output }));
  });
}

/** Two instances may start from one clone at once: the second waits for the first one's build. */
async function holdLock(log: (line: string) => void, work: () => Promise<void>): Promise<void> {
  let isWaiting = false;
  while (!(await takeLock())) {
    if (!isWaiting) log(text.build.waiting);
    isWaiting = true;
    await delay(500);
  }
  try {
    await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function takeLock(): Promise<boolean> {
  try {
    const file = await open(lockFile, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch {
    // Taken. A holder that was killed leaves its file behind: remove it when nobody has that pid.
    const holder = Number(await readFile(lockFile, 'utf8').catch(() => ''));
    if (holder > 0 && !isAlive(holder)) await rm(lockFile, { force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
