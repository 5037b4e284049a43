import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite';
import { MongoClient } from 'mongodb';
import { DatabaseSync } from 'node:sqlite';
import { epochKey, epochPlace, makeEpoch } from '../../../content/wire/epoch.ts';
import { dropTestDatabase, isOnMongo, testDatabase } from '../../testing/test-database.ts';
import {
  aPublishedArticle,
  aSubscriber,
  manySubscribers,
  startNewsroom,
  type Newsroom,
} from './start-newsroom.ts';

/** A database in which an article waits to be published and mailed, and one address to be confirmed. */
export interface CrashTemplate {
  /** For the processes on its copies. */
  dataDir: string;
  copy(): Promise<CrashDatabase>;
  remove(): Promise<void>;
}

export interface CrashDatabase {
  url: string;
  /** Read from the database itself, past the code under test. */
  rows<T>(table: 'mailings' | 'deliveries' | 'subscribers'): Promise<T[]>;
  /** Idempotency keys of attempts whose outcome is not known. */
  openKeys(): Promise<string[]>;
  /** As a restore leaves it: what was claimed and asked for before belongs to another life of the database. */
  moveEpoch(): Promise<void>;
  /** Lets the leases of the dead run out, where only time can tell that somebody is dead. */
  passTime(): Promise<void>;
  remove(): Promise<void>;
}

const restored = () => makeEpoch({ restoredAt: new Date().toISOString() });

export const crashTemplate = (readers: number): Promise<CrashTemplate> =>
  isOnMongo ? mongoTemplate(readers) : sqliteTemplate(readers);

async function fill(newsroom: Newsroom, readers: number): Promise<void> {
  await manySubscribers(newsroom, readers);
  await aSubscriber(newsroom, { state: 'unsubscribed' });
  await aSubscriber(newsroom, {
    email: 'ny@eksempel.no',
    state: 'pending',
    confirmation: 'requested',
    confirmNonce: 'a nonce for tests',
    confirmationNextAt: new Date(0).toISOString(),
    confirmExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    requestedAt: new Date().toISOString(),
  });
  await aPublishedArticle(newsroom, { _status: 'draft', isLive: false });
}

async function sqliteTemplate(readers: number): Promise<CrashTemplate> {
  const folder = await mkdtemp(join(tmpdir(), 'kundefront-crash-'));
  const template = join(folder, 'template.db');
  const newsroom = await startNewsroom();
  await fill(newsroom, readers);
  const database = newsroom.payload.db as unknown as SQLiteAdapter; // why: not on MongoDB, says isOnMongo
  await database.drizzle.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
  await copyFile(newsroom.databaseUrl.replace(/^file:/, ''), template);
  await newsroom.stop();
  let copies = 0;
  return {
    dataDir: folder,
    copy: async () => {
      const file = join(folder, `${String((copies += 1))}.db`);
      await copyFile(template, file);
      return {
        url: `file:${file}`,
        rows: <T>(table: string) => {
          const opened = new DatabaseSync(file, { readOnly: true });
          const rows = opened.prepare(`SELECT * FROM ${table}`).all();
          opened.close();
          return Promise.resolve(rows as T[]); // why: the table's own columns
        },
        openKeys: () => {
          const opened = new DatabaseSync(file, { readOnly: true });
          const rows = opened
            .prepare('SELECT idempotency_key AS key FROM batches WHERE open_attempts > 0')
            .all();
          opened.close();
          return Promise.resolve(rows.map(({ key }) => String(key)));
        },
        moveEpoch: () => {
          const opened = new DatabaseSync(file, { timeout: 10_000 });
          opened
            .prepare(`INSERT OR REPLACE INTO ${epochPlace.sqlite} (id, key, data) VALUES (?, ?, ?)`)
            .run(randomUUID(), epochKey, JSON.stringify(restored()));
          opened.close();
          return Promise.resolve();
        },
        passTime: () => Promise.resolve(), // one process at a time: a new one knows that the old one is dead
        remove: () => rm(file),
      };
    },
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Documents are few: copied one by one into a database of their own. */
async function mongoTemplate(readers: number): Promise<CrashTemplate> {
  const newsroom = await startNewsroom();
  await fill(newsroom, readers);
  const source = await MongoClient.connect(newsroom.databaseUrl);
  const names = (await source.db().listCollections().toArray()).map(({ name }) => name);
  const documents = await Promise.all(
    names.map(async (name) => ({
      name,
      rows: await source.db().collection(name).find().toArray(),
    })),
  );
  await source.close();
  await newsroom.stop();
  const dataDir = await mkdtemp(join(tmpdir(), 'kundefront-crash-'));
  return {
    dataDir,
    copy: async () => {
      const url = testDatabase('');
      const client = await MongoClient.connect(url);
      for (const { name, rows } of documents) {
        if (rows.length > 0) await client.db().collection(name).insertMany(rows);
      }
      return {
        url,
        rows: async <T>(table: string) => {
          const rows = await client.db().collection(table).find().toArray();
          return rows as T[]; // why: the collection's own fields
        },
        openKeys: async () => {
          const open = { openAttempts: { $gt: 0 } };
          const rows = await client.db().collection('batches').find(open).toArray();
          return rows.map(({ idempotencyKey }) => String(idempotencyKey));
        },
        moveEpoch: async () => {
          const data = restored();
          await client
            .db()
            .collection(epochPlace.mongodb)
            .updateOne({ key: epochKey }, { $set: { data } }, { upsert: true });
        },
        passTime: async () => {
          const past = new Date(0);
          for (const name of ['mailings', 'batches']) {
            await client
              .db()
              .collection(name)
              .updateMany({}, { $set: { leaseUntil: past } });
          }
          await client
            .db()
            .collection('subscribers')
            .updateMany({ confirmation: 'requested' }, { $set: { confirmationNextAt: past } });
        },
        remove: async () => {
          await client.close();
          await dropTestDatabase(url);
        },
      };
    },
    remove: () => rm(dataDir, { recursive: true }),
  };
}
