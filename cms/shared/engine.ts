import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { SQLiteAdapter } from '@payloadcms/db-sqlite';
import type { Payload } from 'payload';

/** The adapter, for statements that Payload has no words for; undefined on MongoDB. */
export function asSqlite(payload: Payload): SQLiteAdapter | undefined {
  // why: the adapter's name tells its class, and Payload types `db` as the common base.
  return payload.db.name === 'sqlite' ? (payload.db as unknown as SQLiteAdapter) : undefined;
}

/** The same for a collection on MongoDB, or for the versions of it. Throws when there is none. */
export function mongoOf(
  payload: Payload,
  collection: string,
  kept: 'collections' | 'versions' = 'collections',
) {
  // why: as above; whatever is not SQLite here is MongoDB.
  const model = (payload.db as unknown as MongooseAdapter)[kept][collection];
  if (!model) throw new Error(`no collection ${collection}`);
  return model;
}
