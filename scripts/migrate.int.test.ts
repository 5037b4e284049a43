import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownMigrations } from './backup/databases/read-migrations.ts';

let dataDir = '';
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'migrate-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const migrate = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/migrate.ts'], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  return { status, told: stdout + stderr };
};

test('brings a database to this code, names what it did, and has nothing to do the second time', () => {
  const first = migrate();
  expect([first.status, first.told]).toEqual([0, expect.stringContaining('passer til denne')]);
  for (const name of knownMigrations()) expect(first.told).toContain(name);
  const database = new DatabaseSync(join(dataDir, 'kundefront.db'));
  expect(database.prepare('SELECT count(*) AS n FROM payload_migrations').get()).toEqual({
    n: knownMigrations().length,
  });
  expect(migrate()).toEqual({ status: 0, told: expect.stringContaining('Ingenting å gjøre') });

  // One that cannot be done: what it makes is there already.
  const last = knownMigrations().at(-1) ?? '';
  database.prepare('DELETE FROM payload_migrations WHERE name = ?').run(last);
  database.close();
  expect(migrate()).toEqual({ status: 1, told: expect.stringContaining('rullet tilbake') });
  expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(1);
}, 120_000);
