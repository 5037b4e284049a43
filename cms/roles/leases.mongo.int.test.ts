import { afterAll, beforeAll, expect, test } from 'vitest';
import { startRoom, type Room } from '../testing/start-room.ts';
import { clockSkew, dropLease, takeLease } from './leases.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom({ isEmpty: true });
});
afterAll(() => room.stop());

const take = (name: string, holder: string, lasts = 60_000) =>
  takeLease(room.payload, name, { holder, lasts });

test('a lease is one holder’s until it is given back or runs out', async () => {
  expect(await take('a', 'one')).toBe(true);
  expect([await take('a', 'other'), await take('a', 'one')]).toEqual([false, true]);
  await dropLease(room.payload, 'a', 'other');
  expect(await take('a', 'other')).toBe(false);
  await dropLease(room.payload, 'a', 'one');
  expect(await take('a', 'other', 300)).toBe(true);
  await expect.poll(() => take('a', 'one'), { timeout: 5_000 }).toBe(true);
});

test('of many who ask at once one gets it', async () => {
  const asked = Array.from({ length: 20 }, (_, n) => take('b', String(n)));
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
});

test('the clock is measured by the database’s', async () => {
  expect(Math.abs(await clockSkew(room.payload))).toBeLessThan(2_000);
});
