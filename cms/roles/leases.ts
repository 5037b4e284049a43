import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { Payload } from 'payload';
import { z } from 'zod';

interface Lease {
  _id: string;
  holder: string;
  /** By the database's clock. */
  until: Date;
}

/**
 * Takes a lease, or renews it: true when it is `holder`'s for `lasts` ms from when this was asked for. Whoever holds it and is heard of no
 * more loses it by then. All times are the database's own, so that no process's clock is trusted.
 */
export async function takeLease(
  payload: Payload,
  name: string,
  { holder, lasts }: { holder: string; lasts: number },
): Promise<boolean> {
  const now = await databaseTime(payload);
  try {
    const { matchedCount, upsertedCount } = await leasesOf(payload).updateOne(
      { _id: name, $or: [{ holder }, { until: { $lt: now } }] },
      { $set: { holder, until: new Date(now.getTime() + lasts) } },
      { upsert: true, writeConcern: { w: 'majority', j: true } },
    );
    return matchedCount + upsertedCount > 0;
  } catch (error) {
    // It is there, and somebody else's: the upsert meets the unique id.
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/** Gives a lease back before its time; nothing when it is somebody else's. */
export async function dropLease(payload: Payload, name: string, holder: string): Promise<void> {
  await leasesOf(payload).deleteOne({ _id: name, holder });
}

/** By how many ms this process's clock is ahead of the database's; to within the way there and back. */
export async function clockSkew(payload: Payload): Promise<number> {
  const asked = Date.now();
  const told = (await databaseTime(payload)).getTime();
  return (asked + Date.now()) / 2 - told;
}

async function databaseTime(payload: Payload): Promise<Date> {
  const { connection } = payload.db as unknown as MongooseAdapter; // why: leases are MongoDB's alone
  const answer = await connection.db?.command({ hello: 1 });
  return z.object({ localTime: z.date() }).parse(answer).localTime;
}

// why: leases are for several processes, which SQLite is not for.
const leasesOf = (payload: Payload) =>
  (payload.db as unknown as MongooseAdapter).connection.collection<Lease>('leases');

// why: an error of MongoDB's server carries its code.
const isDuplicate = (error: unknown) =>
  error instanceof Error && (error as Error & { code?: unknown }).code === 11_000;
