import { expect, test } from 'vitest';
import { inTurnOfAll } from './saves.ts';

test('one that is named twice waits for itself no more than one that is named once', async () => {
  expect(await inTurnOfAll(['b', 'a', 'b', 'a'], () => Promise.resolve('done'))).toBe('done');
});
