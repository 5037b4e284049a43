import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { epochKey, epochPlace, type Epoch } from '../../../content/wire/epoch.ts';
import { StartError } from '../../instance/settings.ts';
import { onTrial, type Outcome, type Rows, type Staging } from './staging.ts';
import { assertNotNewer, migrationsIn } from './read-migrations.ts';
import { text } from '../text.ts';

/** The file in a dump; a MongoDB dump has none of this name. */
export const sqliteDump = 'kundefront.db';

const fileOf = (url: string) => resolve(url.slice('file:'.length));
/** The database and what SQLite keeps beside it: without its log the newest rows are missing. */
const suffixes = ['', '-wal', '-shm'];

export async function dumpSqlite(url: string, folder: string): Promise<Rows> {
  const file = fileOf(url);
  if (!existsSync(file)) {
    throw new StartError(text.backup.noDatabase(file));
  }
  const database = new DatabaseSync(file, { readOnly: true });
  await backup(database, join(folder, sqliteDump));
  database.close();
  return countRows(join(folder, sqliteDump));
}

/** Restores a dump into an empty folder. Rows of what a restore changes (`beginEpoch`) are counted before it. */
export async function trySqlite(folder: string, scratch: string): Promise<Rows> {
  const rows = countRows(join(folder, sqliteDump));
  const url = `file:${join(scratch, sqliteDump)}`;
  await stageSqlite(url, { folder, ...onTrial() });
  await swapSqlite(url, onTrial());
  return rows;
}

function countRows(file: string): Rows {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name }) => String(name));
    const count = (table: string) =>
      Number(database.prepare(`SELECT count(*) AS rows FROM "${table}"`).get()?.['rows']);
    return Object.fromEntries(tables.map((table) => [table, count(table)]));
  } catch (cause) {
    throw new StartError(text.restore.damagedDatabase, { cause });
  } finally {
    database.close();
  }
}

/**
 * Copies the dump into the folder of the database, which may be another disk than `DATA_DIR`, and checks it there. The
 * returned function removes that again.
 */
export async function stageSqlite(
  url: string,
  { folder, epoch, rows }: Pick<Staging, 'folder' | 'epoch' | 'rows'>,
): Promise<() => Promise<void>> {
  const { target, staged } = await placesOf(url);
  await mkdir(dirname(target), { recursive: true });
  await unstageSqlite(url);
  try {
    await copyFile(join(folder, sqliteDump), staged);
    await chmod(staged, 0o600);
    assertSound(staged);
    if (rows !== undefined && !isDeepStrictEqual(countRows(staged), rows))
      throw new StartError(text.restore.damagedDatabase, { cause: rows });
    beginEpoch(staged, epoch);
    await flush(staged);
  } catch (error) {
    await unstageSqlite(url);
    throw error;
  }
  return () => unstageSqlite(url);
}

/** Where a database really lies (a link is not moved in its place), and what is to replace it. */
async function placesOf(url: string): Promise<{ target: string; staged: string }> {
  const target = await realpath(fileOf(url)).catch(() => fileOf(url));
  return { target, staged: `${target}.restoring` };
}

/** Removes what a restore laid beside a database and did not use. */
export async function unstageSqlite(url: string): Promise<void> {
  const { staged } = await placesOf(url);
  for (const suffix of suffixes) await rm(`${staged}${suffix}`, { force: true });
}

/** Puts what was staged in the place of the database, or finishes that. */
export async function swapSqlite(url: string, { stamp }: { stamp: string }): Promise<Outcome> {
  const { target, staged } = await placesOf(url);
  const folder = join(dirname(target), `before-restore-${stamp}`);
  if (existsSync(staged)) {
    const present = suffixes.filter((suffix) => existsSync(`${target}${suffix}`));
    if (present.length > 0) await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const suffix of present) {
      await rename(`${target}${suffix}`, join(folder, `${basename(target)}${suffix}`));
    }
    await rename(staged, target);
  }
  const kept = join(folder, basename(target));
  return { is: 'restored', stamp, kept: existsSync(kept) ? kept : undefined };
}

/**
 * A copy begins an epoch of its own. What was to be sent when it was made is asked about anew: it may have gone out.
 * Nobody is logged in any more, and no link to a new password opens: whose they were may have changed since.
 */
function beginEpoch(file: string, epoch: Epoch): void {
  const database = new DatabaseSync(file);
  database.exec("UPDATE mailings SET decision = NULL WHERE decision = 'send'");
  database.exec('DELETE FROM users_sessions');
  database.exec('UPDATE users SET reset_password_token = NULL, reset_password_expiration = NULL');
  database
    .prepare(`INSERT OR REPLACE INTO ${epochPlace.sqlite} (id, key, data) VALUES (?, ?, ?)`)
    .run(randomUUID(), epochKey, JSON.stringify(epoch));
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function assertSound(file: string): void {
  let problem: unknown = 'no tables of Kundefront';
  let migrations: string[] | undefined;
  try {
    const database = new DatabaseSync(file);
    const check = database.prepare('PRAGMA integrity_check').get();
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE name IN ('payload_migrations', 'articles')")
      .all();
    migrations = migrationsIn(database);
    database.close();
    if (check?.['integrity_check'] !== 'ok') problem = check?.['integrity_check'];
    else if (tables.length === 2) problem = undefined;
  } catch (error) {
    problem = error;
  }
  if (problem === undefined) return assertNotNewer(migrations ?? [], text.restore.newer);
  throw new StartError(text.restore.damagedDatabase, {
    cause: problem,
  });
}

/** On the disk before it takes the other one's name. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync();
  await handle.close();
}
