import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MongoClient } from 'mongodb';
import { create, extract } from 'tar';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropTestDatabase, testDatabase } from '../../cms/testing/test-database.ts';

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
  await create({ file: join(folder, 'copy.tgz'), cwd: inside, gzip: true }, [
    'database',
    'data.tar',
  ]);
  await expect(run('restore.ts')).rejects.toThrow('Databasen i kopien er ødelagt');
  expect(await titles()).toEqual(['what was there']);
  expect(await titles('tags')).toEqual(['only there since']);
  expect(await keptTitles()).toEqual([]);
});

test('kill -9 before any of the moves loses nothing, and can be finished', async () => {
  await aCopy();
  const killing = ['--import', `${import.meta.dirname}/kill-at-rename.mjs`];
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
