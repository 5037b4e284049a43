import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimStore } from '../../content/store/claim-store.ts';
import type { ObjectStore } from '../../content/store/object-store.ts';
import { openStore } from '../../content/store/open-store.ts';
import { freePort } from '../instance/start-instance.ts';
import { startGateway, startMoto, type Bucket } from './start-bucket.ts';

/** What the house asks of an S3 service, asked of real ones. */
const servers = [
  { name: 'versitygw', start: startGateway, checksSignatures: true },
  { name: 'moto', start: startMoto, checksSignatures: false },
];
const started = new Map<string, Bucket | undefined>();
for (const { name, start } of servers) started.set(name, await start());
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundefront-pictures-'));
});
afterAll(async () => {
  for (const bucket of started.values()) await bucket?.stop();
  await rm(folder, { recursive: true, force: true });
});

let prefixes = 0;
const freshStore = (bucket: Bucket) =>
  openStore(`${bucket.address}/p${String((prefixes += 1))}/media`, bucket.settings);
const namesIn = async (store: ObjectStore): Promise<string[]> => {
  const names: string[] = [];
  for await (const { name } of store.list()) names.push(name);
  return names.sort();
};

describe.each(servers)('$name', ({ name, checksSignatures }) => {
  const server = started.get(name);
  const real = test.skipIf(server === undefined);
  const bucket = server as Bucket; // why: without one nothing below runs

  real(
    'keeps whoever was first, gives back the bytes, and lists them beyond one page',
    async () => {
      const store = await freshStore(bucket);
      expect(await store.put('a.jpg', Buffer.from('one'))).toBe(true);
      expect(await store.put('a.jpg', Buffer.from('two'))).toBe(false);
      expect((await store.get('a.jpg'))?.toString()).toBe('one');
      expect(await store.get('b.jpg')).toBeUndefined();
      await store.delete('a.jpg');
      await store.delete('a.jpg');
      expect(await store.get('a.jpg')).toBeUndefined();
      const names = Array.from({ length: 1_050 }, (_, n) => `n${String(n).padStart(4, '0')}.webp`);
      for (let at = 0; at < names.length; at += 50)
        await Promise.all(
          names.slice(at, at + 50).map((each) => store.put(each, Buffer.from(each))),
        );
      await store.put('.hidden', Buffer.from('x'));
      expect(await namesIn(store)).toEqual(names);
    },
  );

  real('of twenty at once one wins, and all see what is its', async () => {
    const store = await freshStore(bucket);
    const bodies = Array.from({ length: 20 }, (_, n) => Buffer.from(`body ${String(n)}`));
    const won = await Promise.all(bodies.map((body) => store.put('race.jpg', body)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await store.get('race.jpg')).toEqual(bodies[won.indexOf(true)]);
  });

  real('belongs to one installation', async () => {
    const store = await freshStore(bucket);
    await claimStore(store, 'ours');
    await claimStore(store, 'ours');
    await expect(claimStore(store, 'theirs')).rejects.toMatchObject({ why: 'foreign' });
  });

  test.skipIf(server === undefined || checksSignatures)(
    'is refused where it writes over what is there in spite of the condition',
    async () => {
      const deaf = await startDeaf(bucket.settings.s3Endpoint ?? '');
      const store = await openStore(`${bucket.address}/deaf/media`, {
        ...bucket.settings,
        s3Endpoint: deaf.url,
      });
      await expect(claimStore(store, 'ours')).rejects.toMatchObject({ why: 'unconditional' });
      deaf.server.close();
    },
  );

  test.skipIf(server === undefined || !checksSignatures)('asks for the right key', async () => {
    const store = await openStore(`${bucket.address}/key/media`, {
      ...bucket.settings,
      s3SecretAccessKey: 'wrong-secret-wrong-secret',
    });
    await expect(store.put('a.jpg', Buffer.from('x'))).rejects.toThrow();
  });

  real(
    'pictures move there and back, byte for byte, also after three kills on the way',
    async () => {
      const [here, back] = [join(folder, `${name}-here`), join(folder, `${name}-back`)];
      await mkdir(here);
      for (let n = 0; n < 1_200; n += 1)
        await writeFile(join(here, `p${String(n)}.jpg`), bytesOf(n));
      const there = `${bucket.address}/moved-${name}/media`;
      for (let kill = 0; kill < 3; kill += 1) await move(bucket, here, there, { isKilled: true });
      expect(await move(bucket, `file:${here}`, there)).toBe(0);
      expect(await move(bucket, there, `file:${back}`, { isKilled: true })).toBeNull();
      expect(await move(bucket, there, `file:${back}`)).toBe(0);
      const names = (await readdir(here)).sort();
      expect((await readdir(back)).filter((each) => !each.startsWith('.')).sort()).toEqual(names);
      for (const each of names)
        expect(await readFile(join(back, each))).toEqual(await readFile(join(here, each)));
    },
  );
});

/** Some kB that are the same every time. */
const bytesOf = (n: number) =>
  Buffer.concat(
    Array.from({ length: 100 }, (_, at) =>
      createHash('sha512')
        .update(`${String(n)} ${String(at)}`)
        .digest(),
    ),
  );

/** `npm run media:move`; resolves to its exit code, null when it was killed: as soon as it had copied 500 files, or all. */
async function move(
  { settings }: Bucket,
  from: string,
  to: string,
  { isKilled = false } = {},
): Promise<number | null> {
  const source = from.includes(':') ? from : `file:${from}`;
  const child = spawn(process.execPath, ['scripts/move-media.ts', to, '--from', source], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      DATA_DIR: join(folder, 'data'),
      S3_ENDPOINT: settings.s3Endpoint,
      S3_ACCESS_KEY_ID: settings.s3AccessKeyId,
      S3_SECRET_ACCESS_KEY: settings.s3SecretAccessKey,
    },
  });
  const isTold = / \d+ av \d+/;
  child.stdout.on('data', (chunk: Buffer) => {
    if (isKilled && isTold.test(chunk.toString())) child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'exit')) as [number | null]; // why: as Node documents it
  return code;
}

/** In front of a service: takes the condition out of every request, as services do that do not know it. */
async function startDeaf(endpoint: string): Promise<{ url: string; server: Server }> {
  const { hostname, port } = new URL(endpoint);
  const server = createServer((req, res) => {
    const headers = { ...req.headers };
    delete headers['if-none-match'];
    const passed = request({ hostname, port, path: req.url, method: req.method, headers });
    passed.on('response', (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(res);
    });
    passed.on('error', () => res.destroy());
    req.pipe(passed);
  });
  const own = await freePort();
  server.listen(own, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${String(own)}`, server };
}
