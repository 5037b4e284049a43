import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MongoClient, type Collection } from 'mongodb';
import { create, extract } from 'tar';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropTestDatabase, testDatabase } from '../../cms/testing/test-database.ts';
import { checkDatabase } from '../instance/check-database.ts';
import { listArchives } from '../../content/wire/backup-archives.ts';
import { backUpToTarget } from './back-up-to-target.ts';
import { backUpBeforeUpgrade } from './back-up-before-upgrade.ts';
import { connectMongo } from './databases/connect-mongo.ts';
import { copyCollection } from './databases/copy-collection.ts';
import { dumpMongo } from './databases/mongo-dump.ts';
import { someSettings } from './testing/some-settings.ts';
import { knownMigrations } from './databases/read-migrations.ts';

let folder: string;
let url: string;
let client: MongoClient;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-mongo-'));
  url = testDatabase(folder);
  client = await MongoClient.connect(url);
});
afterEach(async () => {
  await client.close();
  await dropTestDatabase(url);
  await rm(folder, { recursive: true, force: true });
});

const articles = () => client.db().collection('articles');

async function titles(collection = 'articles'): Promise<unknown[]> {
  const documents = await client.db().collection(collection).find().toArray();
  return documents.map(({ title }): unknown => title);
}

async function run(script: string, environment = {}, flags: string[] = []): Promise<string> {
  const file = join(folder, 'copy.tgz');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, `scripts/${script}`, file],
    { env: { ...process.env, DATABASE_URL: url, DATA_DIR: join(folder, 'data'), ...environment } },
  );
  return stdout;
}

async function aCopy(): Promise<void> {
  await articles().createIndex({ slug: 1 }, { unique: true });
  await articles().insertOne({ title: 'in the copy', slug: 'a' });
  await run('backup.ts');
  await articles().updateOne({}, { $set: { title: 'what was there' } });
  await client.db().collection('tags').insertOne({ title: 'only there since' });
}

test('the copy takes the place of what is there, which is kept under the name that is told', async () => {
  await aCopy();
  const output = await run('restore.ts');
  expect(await titles()).toEqual(['in the copy']);
  expect(await titles('tags')).toEqual([]);
  const [, kept = ''] = /samlingene (before-restore-\d+-)… i databasen/.exec(output) ?? [];
  expect(await titles(`${kept}articles`)).toEqual(['what was there']);
  expect(await titles(`${kept}tags`)).toEqual(['only there since']);
  await expect(articles().insertOne({ slug: 'a' })).rejects.toThrow('E11000');
});

/** The copy, after something was done to what is in it. */
async function spoil(change: (database: string) => Promise<void>): Promise<void> {
  const inside = join(folder, 'inside');
  await rm(inside, { recursive: true, force: true });
  await mkdir(inside);
  await extract({ file: join(folder, 'copy.tgz'), cwd: inside });
  await change(join(inside, 'database'));
  const parts = ['manifest.json', 'database', 'data'];
  await create({ file: join(folder, 'copy.tgz'), cwd: inside, gzip: true }, parts);
}

/** Databases beside this one, and what lies in it beside the product. */
async function leftBehind(): Promise<string[]> {
  const { databaseName } = client.db();
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  const collections = await client.db().listCollections().toArray();
  return [
    ...databases.map(({ name }) => name).filter((name) => name.startsWith(`${databaseName}-`)),
    ...collections.map(({ name }) => name).filter((name) => /^(restoring|before)-/.test(name)),
    ...(await readdir(join(folder, 'data'))).filter((name) => /restor/.test(name)),
  ];
}

const twice = '{"slug":"b"}\n{"slug":"b"}\n';
test.each<[string, (database: string) => Promise<void>]>([
  ['a line that is cut short', (at) => appendFile(join(at, 'articles.jsonl'), '{"title":"cut sh')],
  ['a line that is no document', (at) => appendFile(join(at, 'articles.jsonl'), '5\n')],
  ['a line too few', (at) => writeFile(join(at, 'articles.jsonl'), '')],
  ['what is unique, twice', (at) => appendFile(join(at, 'articles.jsonl'), twice)],
  ['indexes that are none', (at) => writeFile(join(at, 'articles.indexes.json'), '[{"x":1}]')],
  ['indexes cut short', (at) => writeFile(join(at, 'articles.indexes.json'), '[{"x"')],
  ['collections of a restore', (at) => writeFile(join(at, 'restoring-x.jsonl'), '')],
  ['no articles', (at) => rm(join(at, 'articles.jsonl'))],
  [
    'an epoch that cannot be read',
    (at) => writeFile(join(at, 'payload-kvs.jsonl'), '{"key":"epoch","data":5}'),
  ],
])('a copy with %s is refused in a sentence, and changes nothing', async (_what, change) => {
  await aCopy();
  await spoil(change);
  const failure = await run('restore.ts').catch(String);
  expect(failure).toContain('Databasen i kopien er ødelagt');
  expect(failure).not.toMatch(/\n {4}at /);
  expect(await titles()).toEqual(['what was there']);
  expect(await titles('tags')).toEqual(['only there since']);
  expect(await leftBehind()).toEqual([]);
});

test('an archive that is cut short, and a file that is none, change nothing', async () => {
  await aCopy();
  const file = join(folder, 'copy.tgz');
  const bytes = await readFile(file);
  for (const each of [bytes.subarray(0, bytes.length / 2), Buffer.from('not an archive')]) {
    await writeFile(file, each);
    await expect(run('restore.ts')).rejects.toThrow('er ødelagt eller ikke en sikkerhetskopi');
    expect(await titles()).toEqual(['what was there']);
    expect(await leftBehind()).toEqual([]);
  }
});

test('of what was there before restores the newest is kept, and no more', async () => {
  await aCopy();
  const outputs = [];
  while (outputs.length < 3) outputs.push(await run('restore.ts'));
  const [, kept = ''] =
    /samlingene (before-restore-\d+-)… i databasen/.exec(outputs[2] ?? '') ?? [];
  const before = (await leftBehind()).filter((name) => !name.startsWith(kept));
  // The folders of DATA_DIR are for people.
  expect(before.filter((name) => !/^before-restore-\d+$/.test(name))).toEqual([]);
  expect(await titles(`${kept}articles`)).toEqual(['in the copy']);
});

test('a collection is copied with its indexes, and every number in its type', async () => {
  const { Double, Int32, Long } = mongoose.mongo;
  const connection = await connectMongo(url);
  const { db } = connection;
  const numbers = [new Double(5), new Int32(5), Long.fromNumber(5)];
  await db.collection('numbers').insertMany(numbers.map((n, order) => ({ n, order })));
  await db.collection('numbers').createIndex({ order: -1 }, { unique: true, name: 'its own' });
  await copyCollection({ db, name: 'numbers' }, { db, name: 'copied' });
  const types = await db
    .collection('copied')
    .aggregate([{ $sort: { order: 1 } }, { $project: { type: { $type: '$n' } } }])
    .toArray();
  const indexes = await db.collection('copied').listIndexes().toArray();
  await connection.close();
  expect(types.map(({ type }): unknown => type)).toEqual(['double', 'int', 'long']);
  expect(indexes).toContainEqual(expect.objectContaining({ name: 'its own', unique: true }));
});

test('nobody is logged in after a restore, and no link to a new password opens', async () => {
  const users = client.db().collection('users');
  await users.insertOne({ name: 'Kari', sessions: [{ id: 'x' }], resetPasswordToken: 'a token' });
  await aCopy();
  await run('restore.ts');
  const [kari] = await users.find({}, { projection: { _id: 0 } }).toArray();
  expect(kari).toEqual({ name: 'Kari', sessions: [] });
});

test('a copy from newer code is refused in a sentence, and changes nothing', async () => {
  const migrations = client.db().collection('payload-migrations');
  await migrations.insertOne({ name: '29991231_000000_of_tomorrow', batch: 1 });
  await aCopy();
  await expect(run('restore.ts')).rejects.toThrow('nyere versjon av Kundefront');
  expect(await titles()).toEqual(['what was there']);
  expect(await leftBehind()).toEqual([]);
});

test('mailings are read before their batches, and batches before their deliveries', async () => {
  for (const name of ['deliveries', 'batches', 'mailings', 'articles']) {
    await client.db().collection(name).insertOne({ slug: name });
  }
  const find = vi.spyOn(mongoose.mongo.Collection.prototype, 'find');
  const dump = join(folder, 'dump');
  await mkdir(dump);
  try {
    await dumpMongo(url, dump);
    const read = find.mock.contexts
      .map((each) => (each as Collection).collectionName) // why: whose method it is
      .filter((name) => !name.startsWith('restoring-'));
    expect(read.slice(0, 3)).toEqual(['mailings', 'batches', 'deliveries']);
    expect(read).toContain('articles');
  } finally {
    find.mockRestore();
  }
});

test('a start on a database from newer code ends with a sentence', async () => {
  await articles().insertOne({ title: 'of tomorrow' });
  await checkDatabase(url);
  const migrations = client.db().collection('payload-migrations');
  await migrations.insertOne({ name: '29991231_000000_of_tomorrow', batch: 1 });
  await expect(checkDatabase(url)).rejects.toThrow('nyere versjon av Kundefront');
});

test('newer code takes a copy before it opens the database, once it is noted no more', async () => {
  const settings = someSettings({ dataDir: join(folder, 'data'), databaseUrl: url });
  const upgrade = async () => {
    await backUpBeforeUpgrade(settings, () => undefined);
    return readdir(join(settings.dataDir, 'backups')).catch(() => []);
  };
  expect(await upgrade()).toEqual([]);
  await articles().insertOne({ title: 'of yesterday' });
  expect(await upgrade()).toHaveLength(1);
  const migrations = client.db().collection('payload-migrations');
  await migrations.insertMany(knownMigrations().map((name) => ({ name, batch: 1 })));
  expect(await upgrade()).toHaveLength(1);
});

test('a copy is tried out in a database of its own, which is gone afterwards, as are those of killed trials', async () => {
  const settings = someSettings({ dataDir: join(folder, 'data'), databaseUrl: url });
  const target = `file:${join(folder, 'archives')}`;
  const kept = client.db().databaseName;
  const killed = client.db(`${kept}-on-trial-1000`);
  const foreign = client.db(`${kept}-on-trial-2000`);
  const owner = { of: kept, host: 'x', dataDir: '/x', madeAt: 1000, isWhole: false };
  await killed.collection('kundefront-scratch').insertOne(owner);
  await foreign.collection('articles').insertOne({});
  await articles().insertOne({ title: 'what was there' });
  await backUpToTarget(settings, { target, log: () => undefined });
  expect(await listArchives(target)).toHaveLength(1);
  expect(await titles()).toEqual(['what was there']);
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  const trials = databases.filter(({ name }) => name.startsWith(`${kept}-on-trial-`));
  expect(trials.map(({ name }) => name)).toEqual([foreign.databaseName]);
  await foreign.dropDatabase();
});
