import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { archiveName, archivePath, listArchives } from '../../content/wire/backup-archives.ts';
import { expectLogLines } from '../../content/testing/expect-log-lines.ts';
import { readBackupFailure } from '../../content/wire/backup-failure.ts';
import { epochSchema } from '../../content/wire/epoch.ts';
import { keepBackups } from './keep-backups.ts';
import { aDatabase } from './testing/a-database.ts';
import { someSettings } from './testing/some-settings.ts';

let folder: string;
let dataDir: string;
let target: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scheduled-'));
  dataDir = join(folder, 'data');
  target = `file:${join(folder, 'archives')}`;
  await mkdir(join(dataDir, 'media'), { recursive: true });
  await writeFile(join(dataDir, 'media/picture.jpg'), 'a picture');
  aDatabase(join(dataDir, 'kundefront.db'), 'a headline');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** `npm run backup` without a file name. */
async function backUp(environment: Record<string, string> = {}, flags: string[] = []) {
  const own = { DATABASE_URL: '', DATA_DIR: dataDir, BACKUP_TO: target, ...environment };
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, 'scripts/backup.ts'], {
    env: { ...process.env, ...own },
  });
  return stdout;
}

const names = async () => (await listArchives(target)).map(({ name }) => name);

/** An archive of so many hours ago, as far as its name goes. */
async function anOlderArchive(hours: number): Promise<string> {
  const name = archiveName(new Date(Date.now() - hours * 3_600_000), '.tgz');
  await mkdir(join(folder, 'archives'), { recursive: true });
  await writeFile(archivePath(target, name), '');
  return name;
}

test('an archive is tried out before it has its name, and the oldest beyond those to keep go', async () => {
  const [oldest, older] = [await anOlderArchive(48), await anOlderArchive(24)];
  const foreign = join(folder, 'archives/notes.txt');
  await writeFile(foreign, '');
  expect(await backUp({ BACKUP_KEEP: '2' })).toContain('Prøver ut kopien');
  const [newest, ...others] = await names();
  expect(newest).not.toBe(older);
  expect(others).toEqual([older]);
  expect(others).not.toContain(oldest);
  expect(await readdir(join(folder, 'archives'))).toContain('notes.txt');
  expect((await readdir(dataDir)).filter((name) => /^\.(make|try)-/.test(name))).toEqual([]);
  await promisify(execFile)(
    process.execPath,
    ['scripts/restore.ts', archivePath(target, newest ?? '')],
    { env: { ...process.env, DATABASE_URL: '', DATA_DIR: join(folder, 'elsewhere') } },
  );
});

test('what could not be restored does not get the name, and takes none away', async () => {
  const older = await anOlderArchive(24);
  const database = new DatabaseSync(join(dataDir, 'kundefront.db'));
  database.exec('DROP TABLE articles');
  database.close();
  await expect(backUp({ BACKUP_KEEP: '1' })).rejects.toThrow('Databasen i kopien er ødelagt');
  expect(await names()).toEqual([older]);
  expect(await readdir(join(folder, 'archives'))).toEqual([older]);
});

test('a kill before any of the moves leaves no half archive, and nothing of it stays', async () => {
  const killing = ['--import', `${import.meta.dirname}/testing/kill-at-rename.mjs`];
  for (let n = 1; ; n++) {
    const before = await names();
    const isDone = await backUp({ KILL_AT_RENAME: String(n) }, killing).then(
      () => true,
      () => false,
    );
    if (isDone) {
      expect(n).toBeGreaterThan(1);
      break;
    }
    expect(await names()).toEqual(before);
  }
  expect(await names()).toHaveLength(1);
  expect((await readdir(dataDir)).filter((name) => /^\.(make|try)-/.test(name))).toEqual([]);
});

/** Keeps backups, one every six hours, until it is enough; what was logged. */
async function untilEnded(isEnough: (lines: string[]) => Promise<boolean>): Promise<string[]> {
  const settings = someSettings({
    ...{ dataDir, databaseUrl: `file:${dataDir}/kundefront.db` },
    ...{ backupTo: target, backupEvery: '6h' },
  });
  const ending = new AbortController();
  const lines: string[] = [];
  const kept = keepBackups(settings, { log: (line) => lines.push(line), signal: ending.signal });
  while (!(await isEnough(lines))) await sleep(50);
  ending.abort();
  await kept;
  return lines;
}

test('why one failed is kept for the CMS, and is lines of the log', async () => {
  const database = new DatabaseSync(join(dataDir, 'kundefront.db'));
  database.exec('DROP TABLE articles');
  database.close();
  const lines = await untilEnded(async () => (await readBackupFailure(dataDir)) !== undefined);
  const failure = await readBackupFailure(dataDir);
  expect(failure?.why).toContain('Databasen i kopien er ødelagt');
  expect(Date.now() - (failure?.at.getTime() ?? 0)).toBeLessThan(60_000);
  const told = expectLogLines(lines.join('\n'));
  expect(new Set(told.map(({ area }) => area))).toEqual(new Set(['backup']));
  expect(told.at(-1)).toMatchObject({ level: 'error' });
  expect(told.at(-1)?.msg).toContain('Databasen i kopien er ødelagt');
});

test('one is made when the newest is too old, and none when it is not', async () => {
  const older = await anOlderArchive(7);
  await untilEnded(async () => (await names()).length === 2);
  expect((await names())[1]).toBe(older);
  await untilEnded(async () => true);
  expect(await names()).toHaveLength(2);
});

test.each([
  [{ BACKUP_TO: 's3://bucket/copies' }, 'BACKUP_TO=s3://bucket/copies: kan ikke være s3:// ennå'],
  [{ BACKUP_TO: '', BACKUP_EVERY: '24h' }, 'BACKUP_TO mangler'],
  [
    { BACKUP_TO: 'file:/proc/archives' },
    'Kan ikke lage mappen for sikkerhetskopier, /proc/archives',
  ],
  [{ BACKUP_EVERY: 'daily' }, 'BACKUP_EVERY=daily: må være minutter, timer eller døgn'],
  [{ BACKUP_KEEP: '0' }, 'BACKUP_KEEP=0: må være et helt tall fra 1'],
  [{ BACKUP_PASSPHRASE: 'too short' }, 'BACKUP_PASSPHRASE: må ha minst 16 tegn'],
])('%o is refused in a sentence', async (environment, sentence) => {
  await expect(backUp(environment)).rejects.toThrow(sentence);
});

test('a restore brings the list of departures that lies beside the archive, and asks the CMS to apply it', async () => {
  const before = new Date().toISOString();
  const head = { id: 'abc123', key: 'a key', from: '2026-01-01T00:00:00.000Z' };
  await backUp();
  await writeFile(join(folder, 'archives/departures-abc123.jsonl'), `${JSON.stringify(head)}\n`);
  const elsewhere = join(folder, 'elsewhere');
  const restore = async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['scripts/restore.ts', archivePath(target, (await names())[0] ?? '')],
      { env: { ...process.env, DATABASE_URL: '', DATA_DIR: elsewhere } },
    );
    return stdout;
  };
  expect(await restore()).toContain('blir det igjen ved neste start');
  expect(await readdir(join(elsewhere, 'departures'))).toEqual(['departures-abc123.jsonl']);
  const database = new DatabaseSync(join(elsewhere, 'kundefront.db'));
  const row = database.prepare("SELECT data FROM payload_kv WHERE key = 'epoch'").get();
  database.close();
  const { departuresSince } = epochSchema.parse(JSON.parse(String(row?.['data'])));
  expect((departuresSince ?? '') > before).toBe(true);
  await rm(join(elsewhere, 'departures'), { recursive: true });
  await rm(join(folder, 'archives/departures-abc123.jsonl'));
  expect(await restore()).toContain('står på listen igjen');
});
