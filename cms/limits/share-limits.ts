import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { Payload } from 'payload';
import { readEnvironment } from '../environment.ts';
import { limitBus, type LimitBus, type Told } from './limit-bus.ts';

const every = 500;
/** Rows of one moment are not seen in the order of their times: so far back is looked again, in ms. */
const overlap = 5_000;
const keptSeconds = 3_600;

interface Row {
  _id: string;
  by: string;
  at: Date;
  told: Told[];
}

type Letter = Pick<Row, '_id' | 'told'>;

/** Where there are several processes (MongoDB), from now on: their limits hear of each other. */
export async function shareLimits(
  payload: Payload,
  { bus = limitBus(), signal }: { bus?: LimitBus; signal?: AbortSignal } = {},
): Promise<void> {
  bus.start(readEnvironment().payloadSecret);
  const rows = rowsOf(payload);
  await rows.createIndex({ at: 1 }, { expireAfterSeconds: keptSeconds });
  void repeat(payload, bus, signal);
}

async function repeat(payload: Payload, bus: LimitBus, signal?: AbortSignal): Promise<void> {
  const by = randomUUID();
  const heard = new Map<string, number>();
  /** What is being told, under one id until the database has it: told again it is the same. */
  let letter: Letter | undefined;
  // A process that begins knows of the last minute; longer ago is forgiven, as by any restart.
  let since = new Date(Date.now() - 60_000);
  while (signal?.aborted !== true) {
    try {
      letter ??= { _id: randomUUID(), told: bus.drain() };
      await send(payload, by, letter);
      letter = undefined;
      const before = new Date(since.getTime() - overlap);
      for (const row of await rowsOf(payload)
        .find({ at: { $gte: before }, by: { $ne: by } })
        .toArray()) {
        if (row.at > since) since = row.at;
        if (heard.has(row._id)) continue;
        heard.set(row._id, row.at.getTime());
        bus.hear(row.told);
      }
      for (const [id, at] of heard) if (at < since.getTime() - 2 * overlap) heard.delete(id);
    } catch (err) {
      // Each process limits by itself until the database answers again.
      payload.logger.warn({ area: 'limits', err }, 'limits could not be shared');
    }
    await sleep(every, undefined, { ref: false });
  }
}

/** Its time is the database's, so that no process's clock is trusted. */
async function send(payload: Payload, by: string, { _id, told }: Letter): Promise<void> {
  if (told.length === 0) return;
  await rowsOf(payload).updateOne(
    { _id },
    { $set: { by, told }, $currentDate: { at: true } },
    { upsert: true },
  );
}

// why: several processes are MongoDB's alone
const rowsOf = (payload: Payload) =>
  (payload.db as unknown as MongooseAdapter).connection.collection<Row>('limits');
