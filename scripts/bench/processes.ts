import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareData } from '../instance/prepare-data.ts';
import { instanceEnvironment } from '../instance/services.ts';
import { readSettings } from '../instance/settings.ts';
import { nodeFlags } from '../instance/supervise.ts';
import { freePort } from '../instance/start-instance.ts';
import { peakMemory } from './percentile.ts';
import { setTimeout as sleep } from 'node:timers/promises';

/** The settings of an instance that lives for one measurement, on ports and in a folder of its own. */
export async function scratchInstance() {
  Object.assign(process.env, {
    DATA_DIR: await mkdtemp(join(tmpdir(), 'bench-')),
    SITE_PORT: String(await freePort()),
    CMS_PORT: String(await freePort()),
    MAILBOX_PORT: String(await freePort()),
    NODE_ENV: 'production',
  });
  const settings = readSettings();
  const environment = instanceEnvironment(settings, await prepareData(settings));
  return { settings, environment };
}

/** Processes of a measurement: started like those of `npm start`, ended with it. */
export function start(
  command: string[],
  environment: Record<string, string>,
  output: 'ignore' | 'inherit' = 'ignore',
): ChildProcess {
  return spawn(process.execPath, [...nodeFlags, ...command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, 'inherit'],
  });
}

export const finish = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`ended with ${code}`)),
    );
  });

export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

export async function until(isSo: () => Promise<boolean>, timeout: number): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('the processes did not get ready');
    await pause(50);
  }
}

export const pause = (milliseconds: number) => sleep(milliseconds);

/** Most memory that a process ever held, in MB. */
export const memoryOf = async (child: ChildProcess | undefined) =>
  peakMemory(await readFile(`/proc/${child?.pid}/status`, 'utf8').catch(() => ''));
