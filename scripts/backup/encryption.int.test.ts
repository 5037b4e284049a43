import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { create, extract } from 'tar';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareData } from '../instance/prepare-data.ts';
import { aDatabase } from './testing/a-database.ts';

const passphrase = 'riktig hest batteri stift';
const payloadSecret = 'a-secret-of-the-environment-0123456789';
let folder: string;
let here: string;
let elsewhere: string;
let archive: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encrypted-'));
  here = join(folder, 'here');
  elsewhere = join(folder, 'elsewhere');
  archive = join(folder, 'archives', 'copy');
  await prepareData({ dataDir: here, databaseUrl: `file:${here}/kundefront.db` });
  await rm(join(here, 'kundefront.db'));
  aDatabase(join(here, 'kundefront.db'), 'a headline');
  await writeFile(join(here, 'media/picture.jpg'), 'a picture');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(
  script: 'backup' | 'restore',
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`scripts/${script}.ts`, archive],
    { env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, ...environment } },
  );
  return stdout;
}

const secretsIn = async (dataDir: string): Promise<unknown> =>
  JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'));

const encrypted = { BACKUP_PASSPHRASE: passphrase };

test('an encrypted archive shows nothing of what is in it, and gives it all back', async () => {
  const output = await run('backup', here, encrypted);
  expect(output).not.toContain('ikke kryptert');
  const bytes = await readFile(archive);
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  for (const part of ['a headline', 'media', passphrase]) expect(bytes.includes(part)).toBe(false);
  expect((await stat(archive)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'archives'))).toEqual(['copy']);
  expect((await readdir(here)).filter((name) => name.startsWith('.backup-'))).toEqual([]);
  await run('restore', elsewhere, encrypted);
  expect(await readFile(join(elsewhere, 'media/picture.jpg'), 'utf8')).toBe('a picture');
  expect(await secretsIn(elsewhere)).toEqual(await secretsIn(here));
  const database = new DatabaseSync(join(elsewhere, 'kundefront.db'));
  expect(database.prepare('SELECT title FROM articles').get()).toEqual({ title: 'a headline' });
  database.close();
});

test('the secret that signed the links is in it, also when it is one of the environment', async () => {
  const environment = { ...encrypted, PAYLOAD_SECRET: payloadSecret, RESEND_API_KEY: 're_real' };
  await run('backup', here, environment);
  const output = await run('restore', elsewhere, encrypted);
  expect(await secretsIn(elsewhere)).toMatchObject({ payloadSecret });
  const told = join(elsewhere, 'from-backup.env');
  expect(output).toContain(told);
  expect(await readFile(told, 'utf8')).toBe('RESEND_API_KEY=re_real\n');
  expect((await stat(told)).mode & 0o777).toBe(0o600);
});

test('a plain archive has no secret of the environment and says so; nothing starts without it', async () => {
  const output = await run('backup', here, { PAYLOAD_SECRET: payloadSecret });
  expect(output).toContain('ikke kryptert');
  expect(output).toMatch(/Ikke med i kopien.* PAYLOAD_SECRET\./);
  const inside = join(folder, 'inside');
  await mkdir(inside);
  await extract({ file: archive, cwd: inside });
  expect(await readFile(join(inside, 'data/secrets.json'), 'utf8')).not.toContain('payloadSecret');
  expect(await run('restore', elsewhere)).toContain('må settes til det de var: PAYLOAD_SECRET');
  const settings = { dataDir: elsewhere, databaseUrl: `file:${elsewhere}/kundefront.db` };
  await expect(prepareData(settings)).rejects.toThrow('uten PAYLOAD_SECRET');
  expect(await prepareData({ ...settings, payloadSecret })).toMatchObject({ payloadSecret });
  expect(await secretsIn(elsewhere)).not.toHaveProperty('payloadSecret');
});

test('whoever sets another secret than that of the copy is told what it costs', async () => {
  await run('backup', here);
  const output = await run('restore', elsewhere, { PAYLOAD_SECRET: payloadSecret });
  expect(output).toContain('PAYLOAD_SECRET i miljøet er en annen enn kopiens');
});

test.each([
  ['a wrong passphrase', { BACKUP_PASSPHRASE: 'feil hest batteri stift' }, /åpner ikke kopien/, 1],
  ['no passphrase', {}, /Kopien er kryptert/, 1],
  ['half of it', encrypted, /ødelagt/, 0.5],
  ['its first hundred bytes', encrypted, /ødelagt/, 0],
])('%s is one sentence, and changes nothing', async (_, environment, sentence, part) => {
  await run('backup', here, encrypted);
  const bytes = await readFile(archive);
  await writeFile(archive, bytes.subarray(0, Math.max(100, bytes.length * part)));
  await prepareData({ dataDir: elsewhere, databaseUrl: `file:${elsewhere}/kundefront.db` });
  const before = await readdir(elsewhere);
  const failure = await run('restore', elsewhere, environment).catch(String);
  expect(failure).toMatch(sentence);
  expect(failure).not.toMatch(/\n {4}at /);
  expect(await readdir(elsewhere)).toEqual(before);
});

test('an archive of the version before, with its data in an archive of its own, is restored', async () => {
  const inside = join(folder, 'inside');
  await mkdir(join(inside, 'database'), { recursive: true });
  aDatabase(join(inside, 'database/kundefront.db'), 'of yesterday');
  await create({ file: join(inside, 'data.tar'), cwd: here }, ['media', 'secrets.json']);
  await mkdir(join(folder, 'archives'));
  await create({ file: archive, cwd: inside, gzip: true }, ['database', 'data.tar']);
  await run('restore', elsewhere);
  expect(await readFile(join(elsewhere, 'media/picture.jpg'), 'utf8')).toBe('a picture');
});
