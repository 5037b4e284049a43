import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Instance {
  siteUrl: string;
  cmsUrl: string;
  mailUrl: string;
  dataDir: string;
  /** What its commands need to find it: `DATA_DIR` and the ports. */
  environment: Record<string, string>;
  /** Everything the processes printed so far. */
  output(): string;
  /** Signals the supervisor and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * `npm start` on free ports and a throw-away (or given) `DATA_DIR`: the product as people run it.
 * Throws with its output when it does not come up.
 */
export async function startInstance(
  options: { dataDir?: string; environment?: Record<string, string> } = {},
): Promise<Instance> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'kundefront-')));
  const [site, cms, mail] = [await freePort(), await freePort(), await freePort()];
  const environment = {
    DATA_DIR: dataDir,
    SITE_PORT: String(site),
    CMS_PORT: String(cms),
    MAILBOX_PORT: String(mail),
    ...options.environment,
  };
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const gone = once(child, 'exit');
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`;
      if (/^Ready +Nettsted/.test(line)) resolve();
    });
  });
  await Promise.race([
    ready,
    gone.then(() => {
      throw new Error(`npm start did not come up:\n${output}`);
    }),
  ]);
  return {
    siteUrl: `http://localhost:${environment.SITE_PORT}`,
    cmsUrl: `http://localhost:${environment.CMS_PORT}`,
    mailUrl: `http://localhost:${environment.MAILBOX_PORT}`,
    dataDir,
    environment,
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await gone;
      }
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  server.close();
  await once(server, 'close');
  return port;
}
