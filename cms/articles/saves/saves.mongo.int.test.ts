import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dropLease, takeLease } from '../../roles/leases.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';
import { runExclusiveOnArticle } from './saves.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

test('a save waits for the one that another process has under way', async () => {
  const other = { holder: 'another process', lasts: 20_000 };
  expect(await takeLease(room.payload, 'articles:sak', other)).toBe(true);
  let isDone = false;
  const saving = runExclusiveOnArticle(room.payload, 'sak', () => {
    isDone = true;
    return Promise.resolve();
  });
  await sleep(500);
  expect(isDone).toBe(false);
  await dropLease(room.payload, 'articles:sak', other.holder);
  await saving;
  expect(isDone).toBe(true);
  // And nobody is held up afterwards, not after a failure either.
  const failing = runExclusiveOnArticle(room.payload, 'sak', () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await takeLease(room.payload, 'articles:sak', other)).toBe(true);
});
