import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { peakMemory } from './percentile.ts';

/** Processes of a measurement: started like those of `npm start`, ended with it. */
export function start(command: string[], environment: Record<string, string>): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--import',
      './scripts/exit-with-parent.mjs',
      '--disable-warning=ExperimentalWarning',
      ...command,
    ],
    {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
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

export const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Most memory that a process ever held, in MB. */
export const memoryOf = async (child: ChildProcess | undefined) =>
  peakMemory(await readFile(`/proc/${child?.pid}/status`, 'utf8').catch(() => ''));
