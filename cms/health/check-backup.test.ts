import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeBackupFailure } from '../../content/wire/backup-failure.ts';
import { archiveName } from '../../content/wire/backup-archives.ts';
import { checkBackup, findBackupFailure, newestBackup } from './check-backup.ts';
import { text } from './text.ts';

const hour = 3_600_000;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archives-'));
  const secret = 'a-secret-of-more-than-thirty-two-characters';
  for (const name of ['PAYLOAD_SECRET', 'PUBLISH_TOKEN']) vi.stubEnv(name, secret);
  vi.stubEnv('BACKUP_TO', `file:${folder}`);
  vi.stubEnv('BACKUP_EVERY', '6h');
  vi.stubEnv('DATA_DIR', folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const anArchive = (at: Date, ending: '.tgz' | '.tgz.age' = '.tgz') =>
  writeFile(join(folder, archiveName(at, ending)), '');

test('the newest archive is too old when another should have been there for half the time between', async () => {
  const at = new Date('2026-11-29T02:18:55.123Z');
  await anArchive(new Date(at.getTime() - 20 * hour));
  await anArchive(at, '.tgz.age');
  await writeFile(join(folder, '.kundefront-2026-11-29T08-18-55.123Z.tgz.partial'), '');
  expect(await newestBackup()).toEqual(at);
  expect(await checkBackup(at.getTime() + 8 * hour)).toEqual([]);
  expect(await checkBackup(at.getTime() + 10 * hour)).toEqual([text.oldBackup(at)]);
});

test('without any archive all is well for an hour, and not after that', async () => {
  const uptime = vi.spyOn(process, 'uptime').mockReturnValue(60);
  expect(await checkBackup()).toEqual([]);
  uptime.mockReturnValue(3_700);
  expect(await checkBackup()).toEqual([text.noBackup]);
});

test('without a schedule no archive is too old; without a target none is known', async () => {
  await anArchive(new Date(0));
  vi.stubEnv('BACKUP_EVERY', '');
  expect(await checkBackup()).toEqual([]);
  expect(await newestBackup()).toEqual(new Date(0));
  vi.stubEnv('BACKUP_TO', '');
  expect(await newestBackup()).toBeUndefined();
});

test('why the last one failed is told until a newer archive is there, and with one that is too old', async () => {
  const at = new Date('2026-11-29T02:18:55.123Z');
  const later = new Date(at.getTime() + 6 * hour);
  await anArchive(at);
  expect(await findBackupFailure()).toEqual([]);
  await writeBackupFailure(folder, { at: later, why: 'Disken er full' });
  const sentence = text.failedBackup(later, 'Disken er full');
  expect(sentence).toContain('): Disken er full. Den prøves igjen');
  expect(await findBackupFailure()).toEqual([sentence]);
  expect(await checkBackup(at.getTime() + 8 * hour)).toEqual([]);
  expect(await checkBackup(at.getTime() + 10 * hour)).toEqual([text.oldBackup(at), sentence]);
  vi.stubEnv('BACKUP_TO', 'file:/dev/null/archives');
  expect(await findBackupFailure()).toEqual([sentence]);
  vi.stubEnv('BACKUP_TO', `file:${folder}`);
  await anArchive(new Date(later.getTime() + 1));
  expect(await findBackupFailure()).toEqual([]);
});
