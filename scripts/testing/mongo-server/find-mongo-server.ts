import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { buildSecantus } from './build-secantus.ts';

/** A server program, and how it is started on a port (loopback only) with its data in a folder. */
export interface MongoProgram {
  kind: string;
  command: string;
  parameters(port: number, dataDir: string): string[];
}

export interface Unavailable {
  /** Why there is none, and what the reader of a test log can do about it. */
  unavailable: string;
}

/**
 * The most faithful server this machine can run: `mongod` on the PATH, the one that
 * `mongodb-memory-server` keeps or downloads (where that package is installed), else SecantusDB:
 * on the PATH, or built on first use.
 */
export async function findMongoServer(): Promise<MongoProgram | Unavailable> {
  if (isOnPath('mongod')) return mongod('mongod', 'mongod');
  const downloaded = await memoryServerBinary();
  if (downloaded !== undefined) return mongod('mongodb-memory-server', downloaded);
  if (isOnPath('secantusd-rs')) return secantus('secantusd-rs');
  const built = await buildSecantus();
  return built.ok ? secantus(built.path) : { unavailable: built.reason };
}

const mongod = (kind: string, command: string): MongoProgram => ({
  kind,
  command,
  parameters: (port, dataDir) => [
    ...['--port', String(port), '--bind_ip', '127.0.0.1', '--dbpath', dataDir],
    '--quiet',
  ],
});

const secantus = (command: string): MongoProgram => ({
  kind: 'secantus-mdb',
  command,
  parameters: (port, dataDir) => [
    ...['--port', String(port), '--host', '127.0.0.1', '--storage-path', dataDir],
    // A log file is allocated in full: 128 MB per server unless told otherwise.
    ...['--log-file-max', '8MB', '--cache-size', '256M', '--log-level', 'ERROR'],
  ],
});

const memoryServerSchema = z.object({
  MongoBinary: z.custom<{ getPath(): Promise<string> }>((value) => typeof value === 'function'),
});

async function memoryServerBinary(): Promise<string | undefined> {
  const name: string = 'mongodb-memory-server-core';
  if (!existsSync(join(import.meta.dirname, '../../../node_modules', name))) return undefined;
  try {
    return await memoryServerSchema.parse(await import(name)).MongoBinary.getPath();
  } catch (error) {
    console.error(`mongodb-memory-server could not provide a mongod: ${String(error)}`);
    return undefined;
  }
}

function isOnPath(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
