import { expect, test } from 'vitest';
import { fits } from './fits.ts';

test.each([
  [0, []],
  [50, []],
  [51, ['mail']],
  [61, ['mail', 'search']],
  [91, ['mail', 'search', 'card']],
])('a title of %i signs is cut in %j', (length, cut) => {
  expect(fits('title', 'å'.repeat(length))).toEqual({ length, cut });
});
