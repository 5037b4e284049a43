import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** `npm start` in one role, with a folder of its own: as far as another can tell, a machine. */
export interface Machine {
  dataDir: string;
  output(): string;
  /** To all of its processes. */
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** Resolves when it says that it is ready; throws with its output when it does not come up. */
export async function startMachine(environment: Record<string, string>): Promise<Machine> {
  const dataDir = environment['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'machine-')));
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, NODE_ENV: 'production', ...environment, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  const gone = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        output += `${line}\n`;
        if (line.startsWith('Ready')) resolve();
      });
  });
  await Promise.race([
    ready,
    gone.then(() => {
      throw new Error(`a machine did not come up:\n${output}`);
    }),
  ]);
  return {
    dataDir,
    output: () => output,
    signal: (signal) => signalAll(child, signal),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        signalAll(child, 'SIGKILL');
        await gone;
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** It leads a group of its own. */
const signalAll = ({ pid }: ChildProcess, signal: NodeJS.Signals) => {
  if (pid !== undefined) process.kill(-pid, signal);
};
