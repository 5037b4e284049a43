import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { ownDatabase } from '../../scripts/backup/databases/own-database.ts';

/**
 * Address of a database that no other test has: a file in `folder`, or one of its own on the server of
 * `TEST_MONGODB_URL`, where the part `mongodb` of the tests runs (`npm run test:mongo`).
 */
export function testDatabase(folder: string): string {
  const server = process.env['TEST_MONGODB_URL'];
  if (server !== undefined)
    return ownDatabase(server, `kundefront-test-${randomUUID().slice(0, 8)}`);
  if (process.env['TEST_PART'] === 'mongodb') throw new Error('run: npm run test:mongo');
  return `file:${folder}/kundefront.db`;
}

/** True in the part of the tests that runs on MongoDB. */
export const isOnMongo = process.env['TEST_MONGODB_URL'] !== undefined;

/** Leaves nothing behind on a server that others use too. Files go with their folder. */
export async function dropTestDatabase(url: string): Promise<void> {
  if (!url.startsWith('mongodb')) return;
  const client = await MongoClient.connect(url);
  await client.db().dropDatabase();
  await client.close();
}
