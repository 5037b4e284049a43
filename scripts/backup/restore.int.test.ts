import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { create, extract } from 'tar';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { epochSchema, type Epoch } from '../../content/wire/epoch.ts';
import { prepareData } from '../instance/prepare-data.ts';
import { settleBrokenRestore } from './settle-broken-restore.ts';
import { aDatabase } from './testing/a-database.ts';

/** Where the database lies outside of DATA_DIR, on another disk if this machine has one. */
const otherDisk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
let folder: string;
let elsewhere: string;
let archive: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restore-'));
  elsewhere = await mkdtemp(join(otherDisk, 'restore-'));
  const copied = join(folder, 'copied');
  await anInstallation(copied, join(copied, 'kundefront.db'), 'the copy');
  archive = join(folder, 'copy.tgz');
  await run('backup.ts', [archive], { DATA_DIR: copied });
});
afterEach(async () => {
  for (const each of [folder, elsewhere]) await rm(each, { recursive: true, force: true });
});

/** An article's title tells whose database it is; a row is left in the log that SQLite keeps beside the file. */
async function anInstallation(dataDir: string, file: string, title: string): Promise<void> {
  await mkdir(join(dataDir, 'media'), { recursive: true });
  await writeFile(join(dataDir, 'media', 'picture.jpg'), title);
  await writeFile(join(dataDir, 'secrets.json'), JSON.stringify({ whose: title }));
  await mkdir(dirname(file), { recursive: true });
  aDatabase(`${file}.making`, 'an older title');
  const made = new DatabaseSync(`${file}.making`);
  made.exec('PRAGMA wal_autocheckpoint = 0');
  made.prepare('UPDATE articles SET title = ?').run(title);
  for (const suffix of ['', '-wal']) await cp(`${file}.making${suffix}`, `${file}${suffix}`);
  made.close();
  await rm(`${file}.making`);
}

function titleIn(file: string): unknown {
  const database = new DatabaseSync(file);
  try {
    return database.prepare('SELECT title FROM articles').get()?.['title'];
  } finally {
    database.close();
  }
}

test('the copy begins an epoch; what somebody decided to send before it was made asks again', async () => {
  const dataDir = join(folder, 'data');
  await run('restore.ts', [archive], { DATA_DIR: dataDir });
  const database = new DatabaseSync(join(dataDir, 'kundefront.db'));
  const rows = database.prepare('SELECT decision FROM mailings').all();
  database.close();
  expect(Date.now() - Date.parse(epochIn(dataDir).restoredAt ?? '')).toBeLessThan(60_000);
  expect(rows.map(({ decision }) => decision)).toEqual([null, 'cancel']);
});

test('on a machine whose clock is behind, nothing in the copy is younger than its restore', async () => {
  const unpacked = join(folder, 'unpacked');
  await mkdir(unpacked);
  await extract({ file: archive, cwd: unpacked });
  const manifest = JSON.parse(await readFile(join(unpacked, 'manifest.json'), 'utf8'));
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await writeFile(join(unpacked, 'manifest.json'), JSON.stringify({ ...manifest, until }));
  await create({ gzip: true, file: archive, cwd: unpacked }, await readdir(unpacked));
  const dataDir = join(folder, 'data');
  await run('restore.ts', [archive], { DATA_DIR: dataDir });
  expect(epochIn(dataDir).restoredAt).toBe(until);
});

function epochIn(dataDir: string): Epoch {
  const database = new DatabaseSync(join(dataDir, 'kundefront.db'));
  const kept = database.prepare("SELECT data FROM payload_kv WHERE key = 'epoch'").get();
  database.close();
  return epochSchema.parse(JSON.parse(String(kept?.['data'])));
}

test('nobody is logged in after a restore, and no link to a new password opens', async () => {
  const dataDir = join(folder, 'data');
  await run('restore.ts', [archive], { DATA_DIR: dataDir });
  const database = new DatabaseSync(join(dataDir, 'kundefront.db'));
  const sessions = database.prepare('SELECT * FROM users_sessions').all();
  const users = database.prepare('SELECT * FROM users').all();
  database.close();
  expect(sessions).toEqual([]);
  expect(users).toEqual([
    { name: 'Kari', reset_password_token: null, reset_password_expiration: null },
  ]);
});

test('the command says of which moment the copy is', async () => {
  const output = await run('restore.ts', [archive], { DATA_DIR: join(folder, 'data') });
  expect(output).toMatch(/Kopien er fra \d+\. \S+ \d{4}/);
});

test('a copy from newer code is refused in a sentence, and changes nothing', async () => {
  const copied = join(folder, 'copied');
  const database = new DatabaseSync(join(copied, 'kundefront.db'));
  database.exec("INSERT INTO payload_migrations VALUES ('29991231_000000_of_tomorrow', 1)");
  database.close();
  const newer = join(folder, 'newer.tgz');
  await run('backup.ts', [newer], { DATA_DIR: copied });
  const dataDir = join(folder, 'data');
  await anInstallation(dataDir, join(dataDir, 'kundefront.db'), 'what was there');
  const before = await readdir(dataDir);
  const failure = await run('restore.ts', [newer], { DATA_DIR: dataDir }).catch(String);
  expect(failure).toContain('nyere versjon av Kundefront');
  expect(failure).not.toMatch(/\n {4}at /);
  expect(await readdir(dataDir)).toEqual(before);
  expect(titleIn(join(dataDir, 'kundefront.db'))).toBe('what was there');
});

test('a database behind a link is replaced where it lies, and kept where the command says', async () => {
  const dataDir = join(folder, 'data');
  const real = join(elsewhere, 'real.db');
  await anInstallation(dataDir, real, 'what was there');
  await symlink(real, join(dataDir, 'kundefront.db'));
  const output = await run('restore.ts', [archive], { DATA_DIR: dataDir });
  expect(titleIn(join(dataDir, 'kundefront.db'))).toBe('the copy');
  expect(titleIn(real)).toBe('the copy');
  const [, kept = ''] = /Databasen som lå der før: (.+)/.exec(output) ?? [];
  expect(titleIn(kept)).toBe('what was there');
});

/** The titles of all databases below a folder that can be opened. */
async function titlesBelow(...folders: string[]): Promise<unknown[]> {
  const files = await Promise.all(
    folders.map(async (each) =>
      (await readdir(each, { recursive: true })).map((name) => join(each, name)),
    ),
  );
  return files
    .flat()
    .filter((file) => file.endsWith('.db'))
    .map(titleIn);
}

async function run(
  script: string,
  parameters: string[],
  environment: Record<string, string>,
  flags: string[] = [],
): Promise<string> {
  const command = [...flags, `scripts/${script}`, ...parameters];
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    env: { ...process.env, DATABASE_URL: '', ...environment },
  });
  return stdout;
}

describe.each(['in DATA_DIR', 'outside of DATA_DIR'])('a database %s', (where) => {
  let dataDir: string;
  let target: string;
  let environment: Record<string, string>;
  beforeEach(async () => {
    dataDir = join(folder, 'data');
    target = where === 'in DATA_DIR' ? join(dataDir, 'kundefront.db') : join(elsewhere, 'x.db');
    environment = { DATA_DIR: dataDir, DATABASE_URL: `file:${target}` };
    await anInstallation(dataDir, target, 'what was there');
  });

  test('is replaced, and the old one is where the command says, with its newest rows', async () => {
    const output = await run('restore.ts', [archive], environment);
    expect(titleIn(target)).toBe('the copy');
    const [, kept = ''] = /Databasen som lå der før: (.+)/.exec(output) ?? [];
    expect(titleIn(kept)).toBe('what was there');
    const [, data = ''] = /Bilder og nøkler som lå der før: (.+)/.exec(output) ?? [];
    expect(await readFile(join(data, 'media/picture.jpg'), 'utf8')).toBe('what was there');
    expect(await readFile(join(dataDir, 'media/picture.jpg'), 'utf8')).toBe('the copy');
    expect((await readdir(dataDir)).filter((name) => name.startsWith('.restore-'))).toEqual([]);
    for (const each of [dirname(kept), data, join(dataDir, 'media')])
      expect((await stat(each)).mode & 0o077, each).toBe(0);
  });

  test('is untouched when the copy is broken off, damaged or none', async () => {
    const bytes = await readFile(archive);
    const broken = [
      bytes.subarray(0, bytes.length / 2),
      Buffer.from('not an archive'),
      await archiveOf(Buffer.from('SQLite format 3\0 and then nothing of the kind')),
      await archiveOf(await damaged()),
    ];
    for (const each of broken) {
      const file = join(folder, 'broken.tgz');
      await writeFile(file, each);
      const failure = await run('restore.ts', [file], environment).catch(String);
      expect(failure).toMatch(/ødelagt|ikke en sikkerhetskopi/);
      expect(failure).not.toMatch(/\n {4}at /);
      expect(titleIn(target)).toBe('what was there');
      expect(await readFile(join(dataDir, 'media/picture.jpg'), 'utf8')).toBe('what was there');
      expect((await readdir(dataDir)).filter((name) => name.startsWith('.restore-'))).toEqual([]);
    }
  });

  test('survives kill -9 before any of the moves: nothing starts on half of it, and it can be finished', async () => {
    for (let n = 1; ; n++) {
      const killing = ['--import', `${import.meta.dirname}/testing/kill-at-rename.mjs`];
      const before = titleIn(target);
      const isDone = await run(
        'restore.ts',
        [archive],
        { ...environment, KILL_AT_RENAME: String(n) },
        killing,
      ).then(
        () => true,
        () => false,
      );
      expect(await titlesBelow(dataDir, elsewhere)).toContain('what was there');
      if (isDone) {
        expect(n).toBeGreaterThan(3);
        break;
      }
      if (existsSync(join(dataDir, 'restoring'))) {
        const settings = { dataDir } as Parameters<typeof prepareData>[0]; // all it looks at
        await expect(prepareData(settings)).rejects.toThrow(`npm run restore -- ${archive}`);
      } else expect(titleIn(target)).toBe(before);
      await run('restore.ts', [archive], environment);
      expect(titleIn(target)).toBe('the copy');
      expect(existsSync(join(dataDir, 'restoring'))).toBe(false);
    }
  }, 120_000);

  test('survives kill -9 at any write: the next start finishes it, without the archive, or undoes it', async () => {
    const killing = ['--import', `${import.meta.dirname}/testing/kill-at-write.mjs`];
    const away = join(folder, 'away.tgz');
    const said = new Set<string>();
    for (let n = 1; ; n++) {
      for (const each of [dataDir, dirname(target)])
        for (const name of await readdir(each)) await rm(join(each, name), { recursive: true });
      await anInstallation(dataDir, target, 'what was there');
      const isDone = await run(
        'restore.ts',
        [archive],
        { ...environment, KILL_AT_WRITE: String(n) },
        killing,
      ).then(
        () => true,
        () => false,
      );
      if (isDone) break;
      await rename(archive, away);
      const settings = { dataDir, databaseUrl: environment['DATABASE_URL'] ?? '' };
      await settleBrokenRestore(settings, (line) => said.add(line));
      await rename(away, archive);
      const title = titleIn(target);
      expect(await readFile(join(dataDir, 'media/picture.jpg'), 'utf8')).toBe(title);
      expect(JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'))).toEqual({
        whose: title,
      });
      const names = [...(await readdir(dataDir)), ...(await readdir(dirname(target)))];
      expect(names.filter((name) => /restoring|^\.restore/.test(name))).toEqual([]);
      if (title === 'the copy')
        expect(await titlesBelow(dataDir, elsewhere)).toContain('what was there');
    }
    expect([...said].join()).toContain('er gjort ferdig');
  }, 180_000);
});

/** A sound archive around something that is no sound database. */
async function archiveOf(database: Buffer): Promise<Buffer> {
  const inside = join(folder, 'inside');
  await rm(inside, { recursive: true, force: true });
  await mkdir(join(inside, 'database'), { recursive: true });
  await writeFile(join(inside, 'database/kundefront.db'), database);
  await mkdir(join(inside, 'data'));
  await create({ file: join(inside, 'all.tgz'), cwd: inside, gzip: true }, ['database', 'data']);
  return readFile(join(inside, 'all.tgz'));
}

/** A database with a page of zeros in its middle. */
async function damaged(): Promise<Buffer> {
  const file = join(folder, 'damaged.db');
  await rm(file, { force: true });
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE payload_migrations (name); CREATE TABLE articles (title);');
  const insert = database.prepare('INSERT INTO articles VALUES (?)');
  for (let n = 0; n < 200; n++) insert.run('x'.repeat(500));
  database.close();
  const bytes = await readFile(file);
  return bytes.fill(0, 8192, 12288);
}
