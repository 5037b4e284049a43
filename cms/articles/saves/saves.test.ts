import type { Payload } from 'payload';
import { expect, test } from 'vitest';
import { inTurnOfAll } from './saves.ts';

test('one that is named twice waits for itself no more than one that is named once', async () => {
  // why: which database it is, is all that is looked at
  const payload = { db: { name: 'sqlite' } } as unknown as Payload;
  expect(await inTurnOfAll(payload, ['b', 'a', 'b', 'a'], () => Promise.resolve('done'))).toBe(
    'done',
  );
});
