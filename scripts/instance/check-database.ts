import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assertNotNewer, readMigrations } from '../backup/databases/read-migrations.ts';
import { StartError } from './settings.ts';
import { text } from './text.ts';

const patience = 5_000;

/**
 * Throws a sentence when the database of `DATABASE_URL` cannot be reached, or is from newer code, before anything is
 * started on it.
 */
export async function checkDatabase(url: string): Promise<void> {
  await assertReachable(url);
  assertNotNewer((await readMigrations(url)) ?? [], text.database.newer);
}

async function assertReachable(url: string): Promise<void> {
  if (url.startsWith('file:')) {
    const folder = dirname(url.slice('file:'.length));
    await access(folder, constants.W_OK).catch((cause: unknown) => {
      throw new StartError(text.database.notWritable(folder), { cause });
    });
    return;
  }
  const { MongoClient } = await import('mongodb'); // a tenth of a second that SQLite need not wait for
  const client = new MongoClient(url, { serverSelectionTimeoutMS: patience });
  try {
    await client.connect();
  } catch (cause) {
    throw new StartError(text.database.silent(withoutPassword(url)), { cause });
  } finally {
    await client.close();
  }
}

const withoutPassword = (url: string) => url.replace(/\/\/[^@/]*@/, '//');
