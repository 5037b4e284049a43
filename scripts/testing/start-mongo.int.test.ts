import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMongo } from './start-mongo.ts';

// At the top of the file no time limit applies: the first call on a machine may build the server.
const mongo = await startMongo();
if ('unavailable' in mongo) console.warn(mongo.unavailable);
const url = 'url' in mongo ? mongo.url : '';
const isOurProcess = 'url' in mongo && mongo.kind !== 'MONGODB_URL';

describe.skipIf('unavailable' in mongo)('a MongoDB for tests', () => {
  let clients: MongoClient[] = [];
  const collection = (name: string, client = 0) =>
    clientNumber(clients, client).db().collection(name);

  beforeAll(async () => {
    clients = await Promise.all([1, 2].map(() => new MongoClient(url).connect()));
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    if ('stop' in mongo) await mongo.stop();
  });

  test('answers a ping', async () => {
    expect(await clientNumber(clients, 0).db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  test('refuses a second document with the same unique pair, and names the pair', async () => {
    const deliveries = collection('deliveries');
    await deliveries.createIndex({ mailing: 1, subscriber: 1 }, { unique: true });
    await deliveries.insertOne({ mailing: 'm', subscriber: 'a' });
    await deliveries.insertOne({ mailing: 'm', subscriber: 'b' });
    await expect(deliveries.insertOne({ mailing: 'm', subscriber: 'a' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { mailing: 1, subscriber: 1 },
    });
    expect(await deliveries.countDocuments()).toBe(2);
  });

  test('gives each claim to one of two clients that race for every row', async () => {
    const size = 200;
    const numbers = Array.from({ length: size }, (_, number) => number);
    await collection('claims').insertMany(numbers.map((number) => ({ number, state: 'ready' })));
    const claim = async (client: number, number: number) => {
      const change = { $set: { state: 'claimed', client } };
      const ready = { number, state: 'ready' };
      return (await collection('claims', client).findOneAndUpdate(ready, change)) === null ? 0 : 1;
    };
    const won = await Promise.all(
      numbers.flatMap((number) => [claim(0, number), claim(1, number), claim(0, number)]),
    );
    expect(won.filter((count) => count === 1)).toHaveLength(size);
    expect(await collection('claims').countDocuments({ state: 'ready' })).toBe(0);
  });

  test('sorts by a field of a related document', async () => {
    await collection('categories').insertMany([
      { slug: 'b', name: 'Arbeidsliv' },
      { slug: 'a', name: 'Bank' },
    ]);
    await collection('articles').insertMany([{ category: 'a' }, { category: 'b' }]);
    const found = await collection('articles')
      .aggregate([
        { $lookup: { from: 'categories', localField: 'category', foreignField: 'slug', as: 'c' } },
        { $sort: { 'c.name': 1 } },
        { $limit: 1 },
      ])
      .toArray();
    expect(found).toMatchObject([{ category: 'b' }]);
  });

  test.runIf(isOurProcess)('is gone after stop, with its data', async () => {
    const second = await startMongo();
    if (!('url' in second)) throw new Error(second.unavailable);
    const running = processOn(second.url);
    expect(running).toBeDefined();
    await second.stop();
    expect(processOn(second.url)).toBeUndefined();
    expect(existsSync(dataDirOf(running))).toBe(false);
  });

  test.runIf(isOurProcess && process.platform !== 'win32')(
    'is gone after the test run that started it was killed',
    async () => {
      const script = `import { startMongo } from './start-mongo.ts';
        console.log((await startMongo()).url);`;
      const run = spawn(process.execPath, ['--input-type=module', '-e', script], {
        cwd: import.meta.dirname,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = (await once(run.stdout, 'data')) as [Buffer]; // a stream without encoding
      const started = line.toString().trim();
      const running = processOn(started);
      expect(running).toBeDefined();
      run.kill('SIGKILL');
      await expect.poll(() => processOn(started), { timeout: 10_000 }).toBeUndefined();
      await expect.poll(() => existsSync(dataDirOf(running)), { timeout: 10_000 }).toBe(false);
    },
  );
});

function clientNumber(clients: MongoClient[], number: number): MongoClient {
  const client = clients[number];
  if (client === undefined) throw new Error(`No client ${number}`);
  return client;
}

/** The command line of the server that listens there. */
function processOn(address: string): string | undefined {
  const port = new URL(address).port;
  const lines = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  return lines.find((line) => line.includes(`--port ${port} `));
}

const dataDirOf = (commandLine = '') =>
  /(?:--dbpath|--storage-path) (\S+)/.exec(commandLine)?.[1] ?? '';
