import { describe, expect, test } from 'vitest';
import { networkOf, RequestLimit } from './limit-requests.ts';

describe('a request limit', () => {
  test('lets the first ones through and then says how long to wait', () => {
    const limit = new RequestLimit({ most: 2, windowSeconds: 60 });
    expect([0, 1000, 2000].map((at) => limit.count('a', 1e6 + at))).toEqual([0, 0, 58]);
    expect(limit.count('b', 1e6)).toBe(0);
    expect(limit.count('a', 1e6 + 61_000)).toBe(0);
  });

  test.each([
    ['192.0.2.77', '192.0.2'],
    ['::ffff:192.0.2.77', '192.0.2'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['192.0.2.77:5001', '192.0.2'],
    ['[2001:db8::1]:5001', '2001:db8:0:0'],
  ])('counts %s as network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
