import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Pace } from './pace.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Starts `count` requests that take 50 ms each; resolves with the times they started at. */
async function run(pace: Pace, count: number, headers: Record<string, string>) {
  const begin = Date.now();
  const starts: number[] = [];
  const all = Promise.all(
    Array.from({ length: count }, async () => {
      await pace.turn();
      starts.push(Date.now() - begin);
      setTimeout(() => pace.done(headers), 50);
    }),
  );
  await vi.runAllTimersAsync();
  await all;
  return starts;
}

describe('pace', () => {
  test('never starts more requests in a window than the provider announced', async () => {
    const starts = await run(new Pace(), 9, {
      'ratelimit-limit': '2',
      'ratelimit-policy': '2;w=1',
    });
    for (const [index, start] of starts.entries()) {
      const earlier = starts[index - 2];
      if (earlier !== undefined) expect(start - earlier).toBeGreaterThan(1000);
    }
    expect(starts.at(-1)).toBeLessThan(4400);
  });

  test('sends one at a time until a rate is known', async () => {
    const starts = await run(new Pace(), 3, {});
    expect(
      starts.every((start, index) => index === 0 || start - (starts[index - 1] ?? 0) >= 50),
    ).toBe(true);
  });

  test('starts nothing while it is told to wait', async () => {
    const pace = new Pace();
    pace.block(7);
    expect(await run(pace, 1, {})).toEqual([7000]);
  });
});
