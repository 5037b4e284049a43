import { expect, test } from 'vitest';
import { readCbor } from './read-cbor.ts';

const read = (hex: string) => readCbor(Buffer.from(hex, 'hex'));

// Examples of RFC 8949, appendix A.
test.each([
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['60', ''],
  ['6449455446', 'IETF'],
  ['62c3bc', 'ü'],
  ['80', []],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
])('%s is %j', (hex, expected) => {
  expect(read(hex)).toEqual(expected);
});

test.each([
  ['1903', 'ends too early'],
  ['6449', 'ends too early'],
  ['', 'ends too early'],
  ['1717', 'goes on'],
  ['20', 'unknown kind'],
  ['f6', 'unknown kind'],
  ['9fff', 'unknown kind'],
])('%s is none that Pagefind writes', (hex, reason) => {
  expect(() => read(hex)).toThrow(reason);
});
