import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
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

/** Where the present article is kept, and by how many restores. */
async function keptTitles(): Promise<unknown[]> {
  const collections = await client.db().listCollections().toArray();
  const kept = collections
    .map(({ name }) => name)
    .filter((name) => /^before-restore-\d+-articles$/.test(name));
  return (await Promise.all(kept.map(titles))).flat();
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

test('a copy with a line that is cut short changes nothing', async () => {
  await aCopy();
  const inside = join(folder, 'inside');
  await mkdir(inside);
  await extract({ file: join(folder, 'copy.tgz'), cwd: inside });
  await appendFile(join(inside, 'database/articles.jsonl'), '{"title":"cut sh');
  await create({ file: join(folder, 'copy.tgz'), cwd: inside, gzip: true }, ['database', 'data']);
  await expect(run('restore.ts')).rejects.toThrow('Databasen i kopien er ødelagt');
  expect(await titles()).toEqual(['what was there']);
  expect(await titles('tags')).toEqual(['only there since']);
  expect(await keptTitles()).toEqual([]);
});

test('kill -9 before any of the moves loses nothing, and can be finished', async () => {
  await aCopy();
  const killing = ['--import', `${import.meta.dirname}/testing/kill-at-rename.mjs`];
  for (let n = 1; ; n++) {
    const isDone = await run('restore.ts', { KILL_AT_RENAME: String(n) }, killing).then(
      () => true,
      () => false,
    );
    const found = [...(await titles()), ...(await keptTitles())];
    expect(found).toContain('what was there');
    if (isDone) {
      expect(n).toBeGreaterThan(2);
      break;
    }
    await run('restore.ts');
    expect(await titles()).toEqual(['in the copy']);
  }
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
  const collections = await client.db().listCollections().toArray();
  expect(collections.filter(({ name }) => name.startsWith('restoring-'))).toEqual([]);
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
    const read = find.mock.contexts.map((each) => (each as Collection).collectionName); // why: whose method it is
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
  const foreign = client.db(`${kept}-on-trial-of-somebody`);
  await killed.collection('articles').insertOne({});
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
