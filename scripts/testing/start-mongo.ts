import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import {
  findMongoServer,
  type MongoProgram,
  type Unavailable,
} from './mongo-server/find-mongo-server.ts';
import { ownDatabase } from '../backup/databases/own-database.ts';
import { freePort } from '../instance/start-instance.ts';

export interface Mongo {
  /** With a database name of its own, so that it can be given as `DATABASE_URL` as it is. */
  url: string;
  /** Which server it is, for test logs: `MONGODB_URL`, `mongod`, `mongodb-memory-server`, `secantus-mdb`. */
  kind: string;
  /** Ends the server and removes its data; with `MONGODB_URL` drops the database only. */
  stop(): Promise<void>;
}

/**
 * A MongoDB for one test file: a process of its own on a free port with throw-away data, or a
 * database of its own on the server of `MONGODB_URL`. The very first call on a machine may have to
 * download or build the server, outside the time limits of a test.
 */
export async function startMongo(): Promise<Mongo | Unavailable> {
  const given = process.env['MONGODB_URL'];
  if (given !== undefined && given !== '') return useGiven(given);
  const program = await findMongoServer();
  return 'unavailable' in program ? program : launch(program);
}

async function useGiven(given: string): Promise<Mongo> {
  const url = ownDatabase(given, `kundefront-test-${randomUUID().slice(0, 8)}`);
  await withClient(url, (client) => client.db().command({ ping: 1 }));
  const stop = () => withClient(url, async (client) => void (await client.db().dropDatabase()));
  return { url, kind: 'MONGODB_URL', stop };
}

async function launch(program: MongoProgram): Promise<Mongo> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kundefront-mongo-'));
  const port = await freePort();
  const server = spawn(program.command, program.parameters(port, dataDir), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)));
  }
  await once(server, 'spawn');
  const gone = once(server, 'exit');
  const reaper = startReaper(server, dataDir);
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM');
      const deadline = setTimeout(() => server.kill('SIGKILL'), 5000);
      await gone;
      clearTimeout(deadline);
    }
    reaper?.kill();
    await rm(dataDir, { recursive: true, force: true });
  };
  const url = `mongodb://127.0.0.1:${port}/kundefront`;
  try {
    await Promise.race([
      withClient(url, (client) => client.db().command({ ping: 1 })),
      gone.then(([code]) => Promise.reject(new Error(`it ended with ${code}`))),
    ]);
  } catch (cause) {
    await stop();
    throw new Error(`${program.kind} did not come up:\n${output}`, { cause });
  }
  return { url, kind: program.kind, stop };
}

/**
 * A test run that is killed cannot stop anything, but its end of this pipe closes: then the server
 * goes too, with its data. Needs a POSIX shell.
 */
function startReaper(server: ChildProcess, dataDir: string): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const script = 'cat > /dev/null; kill -KILL "$0"; sleep 1; rm -rf "$1"';
  const reaper = spawn('sh', ['-c', script, String(server.pid), dataDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  reaper.unref();
  return reaper;
}

async function withClient<T>(url: string, ask: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 30_000 });
  try {
    return await ask(client);
  } finally {
    await client.close();
  }
}
