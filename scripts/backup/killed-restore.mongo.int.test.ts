import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MongoClient, type Document } from 'mongodb';
import type { Payload } from 'payload';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readEpoch } from '../../cms/shared/epoch.ts';
import { dropTestDatabase, testDatabase } from '../../cms/testing/test-database.ts';
import { settleBrokenRestore } from './settle-broken-restore.ts';

/*
 * `kill -9` of `npm run restore` at every write, on a real server: what the next start makes of it, without the
 * archive, is the copy or what was there before, entirely.
 */

let folder: string;
let dataDir: string;
let archive: string;
let url: string;
let client: MongoClient;
let before: State;
let after: State;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-mongo-'));
  dataDir = join(folder, 'data');
  archive = join(folder, 'copy.tgz');
  url = testDatabase(folder);
  client = await MongoClient.connect(url);
  await lay(copied, 'the copy');
  await run('backup.ts');
  await layOld();
  before = await state();
  await run('restore.ts');
  after = await state();
  expect(after).not.toEqual(before);
});
afterEach(async () => {
  await client.close();
  await dropTestDatabase(url);
  await rm(folder, { recursive: true, force: true });
});

const oldEpoch = { id: 'the old one', restoredAt: null, departuresSince: null, isRestoring: false };
type Contents = Record<string, Document[]>;
const copied: Contents = {
  articles: Array.from({ length: 450 }, (_, n) => ({ slug: `a-${n}`, title: 'the copy' })),
  categories: [{ slug: 'only-in-the-copy' }],
  'payload-kvs': [{ key: 'epoch', data: { ...oldEpoch, id: 'an older one' } }],
};
const old: Contents = {
  articles: [{ slug: 'a-0', title: 'what was there' }],
  tags: [{ slug: 'only-there-since' }],
  'payload-kvs': [
    { key: 'epoch', data: oldEpoch },
    { key: 'another', data: { x: 1 } },
  ],
};
const layOld = () => lay(old, 'what was there');

/** A database and a `DATA_DIR` with this in them, and nothing else. */
async function lay(contents: Contents, picture: string): Promise<void> {
  const db = client.db();
  await db.dropDatabase();
  for (const [name, rows] of Object.entries(contents)) {
    await db.collection(name).insertMany(rows.map((row) => ({ ...row })));
    const field = name === 'payload-kvs' ? 'key' : 'slug';
    await db.collection(name).createIndex({ [field]: 1 }, { unique: true });
  }
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(join(dataDir, 'media'), { recursive: true });
  await writeFile(join(dataDir, 'media/picture.jpg'), picture);
}

interface State {
  collections: Record<string, unknown>;
  picture: string;
}

/** Everything of the product, but for which epoch a restore began and the ids of rows. */
async function state(): Promise<State> {
  const collections: Record<string, unknown> = {};
  for (const name of (await names()).filter((each) => !/^(restoring|before)-/.test(each))) {
    const collection = client.db().collection(name);
    const rows = await collection.find({}, { projection: { _id: 0 } }).toArray();
    const isKept = ({ key }: Document) => key !== 'epoch';
    const indexes = await collection.indexes();
    collections[name] = {
      rows: rows.filter(isKept).sort((a, b) => String(a['slug']).localeCompare(String(b['slug']))),
      indexes: indexes.map(({ key, unique }) => ({ key, unique })),
    };
  }
  return { collections, picture: await readFile(join(dataDir, 'media/picture.jpg'), 'utf8') };
}

const names = async () =>
  (await client.db().listCollections().toArray()).map(({ name }) => name).sort();
const scratches = async () => {
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  const prefix = `${client.db().databaseName}-`;
  return databases.map(({ name }) => name).filter((name) => name.startsWith(prefix));
};

async function run(script: string, environment = {}, flags: string[] = []): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, `scripts/${script}`, archive],
    { env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir, ...environment } },
  );
  return stdout;
}

/** Restores, killed before the `n`-th write from the first `from` on. Resolves to whether it was. */
async function killed(n: number, from?: string): Promise<boolean> {
  const killing = ['--import', `${import.meta.dirname}/testing/kill-at-write.mjs`];
  const environment = { KILL_AT_WRITE: String(n), ...(from !== undefined && { KILL_FROM: from }) };
  return run('restore.ts', environment, killing).then(
    () => false,
    (error: { signal?: string }) => {
      expect(error.signal).toBe('SIGKILL');
      return true;
    },
  );
}

/** The id of the epoch in which something may be claimed now; undefined while nothing may. */
async function openEpoch(): Promise<string | undefined> {
  const kv = {
    get: async (key: string) =>
      (await client.db().collection('payload-kvs').findOne({ key }))?.['data'] ?? null,
  };
  const payload = { kv } as Partial<Payload> as Payload; // why: all that is asked of it
  return readEpoch(payload).then(
    ({ id }) => id,
    () => undefined,
  );
}

/** What a start does first, with the archive out of reach. Resolves to what it says. */
async function start(): Promise<string> {
  const said: string[] = [];
  await rename(archive, `${archive}.away`);
  try {
    await settleBrokenRestore({ dataDir, databaseUrl: url }, (line) => said.push(line));
  } finally {
    await rename(`${archive}.away`, archive);
  }
  return said.join('\n');
}

/** Whether the copy is there, or everything as it was before; a mixture of them is neither. */
async function expectOneOfBoth(): Promise<'copy' | 'before'> {
  const now = await state();
  const isCopy = now.picture === 'the copy';
  expect(now).toEqual(isCopy ? after : before);
  // Nobody is mailed on claims of before, nor before those who left since have left again.
  expect(await openEpoch()).toBe(isCopy ? undefined : oldEpoch.id);
  expect((await names()).filter((name) => name.startsWith('restoring-'))).toEqual([]);
  expect((await readdir(dataDir)).filter((name) => /restoring|^\.restore/.test(name))).toEqual([]);
  expect(await scratches()).toEqual([]);
  return isCopy ? 'copy' : 'before';
}

/** While it lies half done: either nothing was touched, or nobody may claim anything. */
async function expectNoClaims(): Promise<void> {
  const open = await openEpoch();
  if (open === undefined) return;
  expect(open).toBe(oldEpoch.id);
  expect(await state()).toEqual(before);
}

test('kill -9 at any write: the next start finishes it or undoes it, and says so', async () => {
  const ends: string[] = [];
  // Until it is marked nothing is touched, and every second one will do.
  for (let n = 1; ; n += ends.at(-1) === 'copy' ? 1 : 2) {
    await layOld();
    if (!(await killed(n))) break;
    await expectNoClaims();
    const said = await start();
    const end = await expectOneOfBoth();
    // Of one that was killed after everything was done there is nothing to say.
    if (end === 'copy') expect(said).toMatch(/^$|er gjort ferdig.*før: samlingene before-restore-/);
    else expect(said).toMatch(/^(|.*alt er som før den\.)$/);
    expect(await start()).toBe('');
    ends.push(end);
  }
  // Once it is marked it is finished; what is left after the last step changes nothing.
  const marked = ends.indexOf('copy');
  expect(marked).toBeGreaterThan(3);
  expect(new Set(ends.slice(marked))).toEqual(new Set(['copy']));
  expect(ends.length - marked).toBeGreaterThan(20);
}, 600_000);

test('kill -9 again and again while it is finished, by the command itself', async () => {
  await layOld();
  expect(await killed(2, 'replaceOne')).toBe(true);
  for (let n = 1; await killed(n); n += 2) await expectNoClaims();
  expect(await expectOneOfBoth()).toBe('copy');
}, 300_000);

test('without its scratch database it is undone while nothing was swapped, and finished later', async () => {
  const ends = new Set<string>();
  for (let n = 2; ; n += 3) {
    await layOld();
    if (!(await killed(n, 'replaceOne'))) break;
    for (const name of await scratches()) await client.db(name).dropDatabase();
    await start();
    ends.add(await expectOneOfBoth());
  }
  expect(ends).toEqual(new Set(['before', 'copy']));
}, 300_000);

test('without what was copied, too, it is undone in the midst of the swap, however often that is killed', async () => {
  for (const n of [2, 4]) {
    await layOld();
    expect(await killed(n, 'renameCollection')).toBe(true);
    for (const name of await scratches()) await client.db(name).dropDatabase();
    for (const name of await names())
      if (name.startsWith('restoring-') && name !== 'restoring-mark')
        await client.db().dropCollection(name);
    for (const m of [3, 8]) {
      await killed(m);
      await expectNoClaims();
    }
    await start();
    if ((await state()).picture === 'the copy') continue; // the command had undone it, and gone on
    expect(await expectOneOfBoth()).toBe('before');
  }
}, 300_000);

test('when neither is possible a start refuses with what to do, and that works', async () => {
  await layOld();
  expect(await killed(4, 'renameCollection')).toBe(true);
  for (const name of await scratches()) await client.db(name).dropDatabase();
  for (const name of await names())
    if (/^restoring-(?!mark)|^before-restore-\d+-articles/.test(name))
      await client.db().dropCollection(name);
  await client.db().dropCollection('articles');
  await expect(start()).rejects.toThrow(`npm run restore -- ${archive}`);
  expect(await openEpoch()).toBeUndefined();
  await run('restore.ts');
  expect(await expectOneOfBoth()).toBe('copy');
  // What the first one had kept is still there.
  expect((await names()).filter((name) => /^before-restore-\d+-tags/.test(name))).toHaveLength(1);
});

test('a restore of another machine is left alone while it is alive, and finished when it is silent', async () => {
  await layOld();
  expect(await killed(6, 'replaceOne')).toBe(true);
  const mark = client.db().collection<{ _id: string }>('restoring-mark');
  await mark.updateOne({}, { $set: { host: 'elsewhere' } });
  const half = await state();
  const alive = setInterval(() => void mark.updateOne({}, { $inc: { beat: 1 } }), 1000);
  try {
    await expect(start()).rejects.toThrow('i gang på en annen maskin (elsewhere)');
  } finally {
    clearInterval(alive);
  }
  expect(await state()).toEqual(half);
  expect(await start()).toContain('er gjort ferdig');
  expect(await expectOneOfBoth()).toBe('copy');
});

test('no copy is made of what is half restored', async () => {
  await layOld();
  expect(await killed(6, 'replaceOne')).toBe(true);
  await rm(join(dataDir, 'restoring'));
  await expect(run('backup.ts')).rejects.toThrow('En gjenoppretting ble avbrutt');
});
