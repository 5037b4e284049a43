import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkDatabase } from '../instance/check-database.ts';
import { backUpBeforeUpgrade } from './back-up-before-upgrade.ts';
import { aDatabase } from './testing/a-database.ts';
import { someSettings } from './testing/some-settings.ts';
import { knownMigrations } from './databases/read-migrations.ts';

let dataDir: string;
let databaseUrl: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'upgrade-'));
  databaseUrl = `file:${dataDir}/kundefront.db`;
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** A database that has been through these migrations, too. */
function noteMigrations(...names: string[]): void {
  const file = join(dataDir, 'kundefront.db');
  if (!existsSync(file)) aDatabase(file, 'a headline');
  const database = new DatabaseSync(file);
  const insert = database.prepare('INSERT INTO payload_migrations VALUES (?, 1)');
  for (const name of names) insert.run(name);
  database.close();
}

async function upgrade(): Promise<string[]> {
  await backUpBeforeUpgrade(someSettings({ dataDir, databaseUrl }), () => undefined);
  return readdir(join(dataDir, 'backups')).catch(() => []);
}

test('a start on a database from newer code ends with a sentence', async () => {
  noteMigrations(...knownMigrations());
  await checkDatabase(databaseUrl);
  noteMigrations('29991231_000000_of_tomorrow');
  await expect(checkDatabase(databaseUrl)).rejects.toThrow('nyere versjon av Kundefront');
});

test('newer code takes a copy before it changes the database, and none when nothing changes', async () => {
  expect(await upgrade()).toEqual([]);
  noteMigrations(...knownMigrations().slice(0, -1));
  const [made, ...others] = await upgrade();
  expect(made).toMatch(/^kundefront-.+\.tgz$/);
  expect(others).toEqual([]);
  noteMigrations(...knownMigrations().slice(-1));
  expect(await upgrade()).toEqual([made]);
});
