import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareData } from './prepare-data.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'prepare-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const prepare = () => prepareData({ dataDir, databaseUrl: `file:${dataDir}/kundefront.db` });
const rightsOf = async (name: string) =>
  ((await stat(join(dataDir, name))).mode & 0o777).toString(8);

test('what holds addresses, secrets or drafts is for this account alone', async () => {
  await prepare();
  expect(await rightsOf('kundefront.db')).toBe('600');
  expect(await rightsOf('secrets.json')).toBe('600');
  expect(await rightsOf('media')).toBe('700');
  expect(await rightsOf('mailbox')).toBe('700');
});

test('so it is in a folder of an earlier version', async () => {
  await mkdir(join(dataDir, 'mailbox'));
  for (const name of ['kundefront.db', 'kundefront.db-wal', 'mailbox/journal.jsonl']) {
    await writeFile(join(dataDir, name), '');
    await chmod(join(dataDir, name), 0o644);
  }
  await chmod(join(dataDir, 'mailbox'), 0o755);
  await prepare();
  for (const name of ['kundefront.db', 'kundefront.db-wal', 'mailbox/journal.jsonl'])
    expect(await rightsOf(name)).toBe('600');
  expect(await rightsOf('mailbox')).toBe('700');
});

test('secrets that cannot be read are told of in a sentence, and not made anew', async () => {
  await writeFile(join(dataDir, 'secrets.json'), '{"payloadSecret": "ab');
  await expect(prepare()).rejects.toThrow(/er ødelagt/);
});
