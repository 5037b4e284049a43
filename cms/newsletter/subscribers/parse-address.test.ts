import { describe, expect, test } from 'vitest';
import { parseAddress } from './parse-address.ts';

describe('the address rule', () => {
  test('keeps the case that was typed and compares without it', () => {
    expect(parseAddress(' Kari.Nordmann+kf@Eksempel.NO ')).toEqual({
      ok: true,
      email: 'Kari.Nordmann+kf@Eksempel.NO',
      address: 'kari.nordmann+kf@eksempel.no',
    });
  });

  test.each(['\u00a0a@b.no ', 'a@b.no\u200b', '\u2060 a@b.no\ufeff'])(
    'trims what nobody sees around it: %j',
    (typed) => expect(parseAddress(typed)).toMatchObject({ ok: true, email: 'a@b.no' }),
  );

  test('turns an international domain into punycode', () => {
    expect(parseAddress('post@blåbær.no')).toMatchObject({ email: 'post@xn--blbr-roah.no' });
  });

  test.each([
    'a@b.no\r\nBcc: c@d.no',
    'a@b.no\n',
    'a\0@b.no',
    'a@b',
    'a@localhost',
    'a@1.2.3.4',
    'a@[1.2.3.4]',
    'a..b@c.no',
    '.a@c.no',
    'a.@c.no',
    'a b@c.no',
    'kåre@c.no',
    '@c.no',
    'a@',
    'a@b@c',
    'a@-b.no',
    `${'a'.repeat(65)}@b.no`,
    `a@${'b'.repeat(250)}.no`,
    'Kari <a@b.no>',
    'a@b.no,c@d.no',
    'a\u200b@b.no',
  ])('refuses %j', (typed) => {
    expect(parseAddress(typed)).toEqual({ ok: false, reason: 'malformed' });
  });

  test('says when nothing was typed', () => {
    expect(parseAddress('  ')).toEqual({ ok: false, reason: 'empty' });
  });
});
