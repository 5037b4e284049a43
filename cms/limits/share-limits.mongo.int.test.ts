import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../testing/start-room.ts';
import type { MongooseAdapter } from '@payloadcms/db-mongodb';
import type { Payload } from 'payload';
import { LimitBus } from './limit-bus.ts';
import { RequestLimit } from './limit-requests.ts';
import { shareLimits } from './share-limits.ts';

let room: Room;
const stop = new AbortController();
beforeAll(async () => {
  room = await startRoom();
});
afterAll(async () => {
  stop.abort();
  await sleep(600);
  await room.stop();
});

test('processes on one database hear of each other within moments', async () => {
  const buses = [new LimitBus(), new LimitBus(), new LimitBus()];
  const limits = buses.map(
    (bus) => new RequestLimit({ id: 'mails', most: 3, windowSeconds: 60, bus }),
  );
  for (const bus of buses) await shareLimits(room.payload, { bus, signal: stop.signal });
  for (const limit of limits) expect(limit.count('kari')).toBe(0);
  await sleep(2_000); // nobody tells when it has come
  for (const limit of limits) expect(limit.count('kari')).toBeGreaterThan(0);
  // What was heard once is not heard again.
  await sleep(2_000);
  for (const limit of limits) expect(limit.count('ola')).toBe(0);
});

test('what happened while the database was away is told when it is back', async () => {
  const [one, other] = [new LimitBus(), new LimitBus()];
  const limits = [one, other].map(
    (bus) => new RequestLimit({ id: 'logins', most: 3, windowSeconds: 60, bus }),
  );
  let isAway = true;
  // why: as the code under test asks for it
  const { connection } = room.payload.db as unknown as MongooseAdapter;
  const rows = connection.collection('limits');
  const shaky = {
    createIndex: rows.createIndex.bind(rows),
    find: rows.find.bind(rows),
    updateOne: (...args: Parameters<typeof rows.updateOne>) =>
      isAway ? Promise.reject(new Error('away')) : rows.updateOne(...args),
  };
  const payload = {
    logger: { warn: () => undefined },
    db: { connection: { collection: () => shaky } },
  } as unknown as Payload; // why: what shareLimits needs of it
  await shareLimits(payload, { bus: one, signal: stop.signal });
  await shareLimits(room.payload, { bus: other, signal: stop.signal });
  for (let n = 0; n < 3; n++) expect(limits[0]?.count('kari')).toBe(0);
  await sleep(1_500);
  isAway = false;
  await sleep(2_000);
  expect(limits[1]?.count('kari')).toBeGreaterThan(0);
});
