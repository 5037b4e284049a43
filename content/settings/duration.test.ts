import { expect, test } from 'vitest';
import { parseDuration } from './duration.ts';

test.each([
  ['30m', 1_800_000],
  ['6h', 21_600_000],
  ['2d', 172_800_000],
])('%s is %d ms', (duration, ms) => {
  expect(parseDuration(duration)).toBe(ms);
});

test.each(['', '0h', '6', 'h', '6 h', '1.5h', '24H', '99999h'])('%j is none', (duration) => {
  expect(parseDuration(duration)).toBeUndefined();
});
