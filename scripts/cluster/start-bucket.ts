import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BucketSettings } from '../../content/store/object-store.ts';
import { freePort } from '../instance/start-instance.ts';

export interface Bucket {
  settings: BucketSettings;
  /** `s3://bucket`. */
  address: string;
  /** Cuts it off, and lets it answer again. */
  signal(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void;
  stop(): Promise<void>;
}

const gatewayModule = 'github.com/versity/versitygw/cmd/versitygw@v1.8.0';
const key = { s3AccessKeyId: 'tester', s3SecretAccessKey: 'tester-secret-tester' };

/** A bucket on versitygw (Apache-2.0), a real S3 server on a folder; undefined where there is none and no Go to build one with. */
export async function startGateway(): Promise<Bucket | undefined> {
  const command = findGateway();
  if (command === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'kundefront-bucket-'));
  await mkdir(join(folder, 'bucket'));
  return launch(folder, (port) => [
    command,
    ...['--access', key.s3AccessKeyId, '--secret', key.s3SecretAccessKey, '--quiet'],
    ...['--port', `127.0.0.1:${String(port)}`, 'posix', folder],
  ]);
}

/** A bucket on moto's server (Apache-2.0), in memory; undefined where it is not installed (`pip install "moto[s3,server]"`). */
export async function startMoto(): Promise<Bucket | undefined> {
  const command = whereIs('moto_server');
  if (command === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'kundefront-bucket-'));
  const bucket = await launch(folder, (port) => [command, '-H', '127.0.0.1', '-p', String(port)]);
  await fetch(`${bucket.settings.s3Endpoint ?? ''}/bucket`, { method: 'PUT' });
  return bucket;
}

async function launch(folder: string, toCommand: (port: number) => string[]): Promise<Bucket> {
  const port = await freePort();
  const [command = '', ...parameters] = toCommand(port);
  const server = spawn(command, parameters, { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${String(port)}`;
  const until = Date.now() + 60_000;
  while ((await fetch(endpoint).catch(() => undefined)) === undefined) {
    if (server.exitCode !== null || Date.now() > until)
      throw new Error(`${command} does not answer`);
    await sleep(100);
  }
  return {
    settings: { s3Endpoint: endpoint, s3Region: 'us-east-1', ...key },
    address: 's3://bucket',
    signal: (signal) => void server.kill(signal),
    stop: async () => {
      server.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Built on the first call where Go is; minutes, once per machine. */
function findGateway(): string | undefined {
  const found = whereIs('versitygw');
  if (found !== undefined) return found;
  if (whereIs('go') === undefined) return undefined;
  const folder = join(
    process.env['KUNDEFRONT_CACHE'] ?? join(homedir(), '.cache/kundefront'),
    'go',
  );
  const built = join(folder, 'versitygw');
  if (!existsSync(built))
    execFileSync('go', ['install', gatewayModule], {
      env: { ...process.env, GOBIN: folder },
      stdio: 'ignore',
    });
  return built;
}

const whereIs = (command: string): string | undefined =>
  spawnSync('which', [command], { encoding: 'utf8' }).stdout.trim() || undefined;
