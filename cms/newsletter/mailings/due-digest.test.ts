import { describe, expect, test } from 'vitest';
import { dueDigest } from './due-digest.ts';

describe('the digest that is due', () => {
  test.each([
    ['2026-11-20T10:00:59Z', undefined],
    ['2026-11-20T10:01:00Z', 'digest:2026-11-20'],
    ['2026-11-21T23:00:00Z', 'digest:2026-11-20'],
    ['2026-11-22T10:00:00Z', 'digest:2026-11-20'],
    ['2026-11-22T10:00:01Z', undefined],
    ['2026-11-26T12:00:00Z', undefined],
    ['2027-01-01T11:00:00Z', 'digest:2027-01-01'],
  ])('at %s is %s', (now, key) => {
    expect(dueDigest('weekly', new Date(now))?.key).toBe(key);
  });
});

test('those who get each article at once wait for no digest', () => {
  expect(dueDigest('each', new Date('2026-11-20T10:01:00Z'))).toBeUndefined();
});
