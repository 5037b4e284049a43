import { describe, expect, test } from 'vitest';
import { confirmToken, linkToken, readLinkToken } from './tokens.ts';

process.env['PAYLOAD_SECRET'] = 'a secret for tests only, 32 characters or more';
process.env['PUBLISH_TOKEN'] = 'a token for tests only, 32 characters or more';
process.env['RESEND_API_KEY'] = 're_test';

describe('tokens', () => {
  test('a link token leads back to its subscriber', () => {
    expect(readLinkToken('unsubscribe', linkToken('unsubscribe', 'id-1'))).toBe('id-1');
  });

  test('a token for one purpose is worthless for another', () => {
    expect(readLinkToken('preferences', linkToken('unsubscribe', 'id-1'))).toBeUndefined();
  });

  test.each(['', 'id-1', 'id-1.', '.x', `id-2.${linkToken('unsubscribe', 'id-1').split('.')[1]}`])(
    'refuses %j',
    (token) => {
      expect(readLinkToken('unsubscribe', token)).toBeUndefined();
    },
  );

  test('a confirmation token is 256 bit and the same after a crash, but new for a new request', () => {
    expect(Buffer.from(confirmToken('a', 'n'), 'base64url')).toHaveLength(32);
    expect(confirmToken('a', 'n')).toBe(confirmToken('a', 'n'));
    expect(confirmToken('a', 'n')).not.toBe(confirmToken('a', 'm'));
  });
});
