import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../testing/start-room.ts';
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
