import { expect, test } from 'vitest';
import { newSecret, stepOfCode, totpUri } from './totp.ts';

/** RFC 6238, appendix B: the secret of its SHA-1 examples, and their last six digits. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => ({ lastStep: 0, now: seconds * 1000 });

test.each([
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1234567890, '005924', 41152263],
  [2000000000, '279037', 66666666],
])('at %i seconds the code of the RFC is %s', (seconds, code, step) => {
  expect(stepOfCode(secret, code, at(seconds))).toBe(step);
  expect(stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, at(seconds))).toBe(step);
});

test('a code of the half minute before or after counts, one further off does not', () => {
  expect(stepOfCode(secret, '287082', at(89))).toBe(1);
  expect(stepOfCode(secret, '287082', at(29))).toBe(1);
  expect(stepOfCode(secret, '287082', at(120))).toBeUndefined();
});

test('a code works once', () => {
  expect(stepOfCode(secret, '287082', { lastStep: 1, now: 59_000 })).toBeUndefined();
});

test.each(['', '28708', '2870822', 'abcdef', '٢٨٧٠٨٢'])('%j is no code', (code) => {
  expect(stepOfCode(secret, code, at(59))).toBeUndefined();
});

test('a new secret has 160 bits, and its address names the account', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
  expect(totpUri(secret, 'kari@example.com')).toMatch(
    /^otpauth:\/\/totp\/Kundefront:kari%40example/,
  );
});
