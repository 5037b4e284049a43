import { describe, expect, test } from 'vitest';
import { addressKey, bareAddress, isAddress } from './address.ts';

describe('isAddress', () => {
  test.each([
    'kari@leser.example',
    'kari+nyhetsbrev@post.leser.example',
    'Kari Nordmann <kari@leser.example>',
    'Redaksjonen i Kundefront <kari@leser.example>',
    'Bjørn Ås <bjorn@leser.example>',
    '"Nordmann, Kari" <kari@leser.example>',
    '<kari@leser.example>',
    'kari@xn--bl-lbr.example',
  ])('takes %j', (address) => {
    expect(isAddress(address)).toBe(true);
  });

  test.each([
    '',
    'kari',
    'kari@',
    '@leser.example',
    'kari@leser',
    'kari@leser.123',
    'kari@@leser.example',
    '.kari@leser.example',
    'kari..n@leser.example',
    'kari @leser.example',
    'kåre@leser.example',
    'kari@blå.example',
    'kari@-leser.example',
    `${'k'.repeat(65)}@leser.example`,
    `kari@${'leser.'.repeat(50)}example`,
    'kari@leser.example, ola@leser.example',
    'Nordmann, Kari <kari@leser.example>',
    'ola@leser.example <kari@leser.example>',
    '"Kari <kari@leser.example>',
    'Kari <<kari@leser.example>>',
    'Kari <kari@leser.example> Nordmann',
    'Kari\r\nBcc: ola@leser.example <kari@leser.example>',
    'Kari\u0000 <kari@leser.example>',
  ])('refuses %j', (address) => {
    expect(isAddress(address)).toBe(false);
  });
});

test('the bare address is what stands between the brackets, or all of it', () => {
  expect(bareAddress('Kari <kari@leser.example> ')).toBe('kari@leser.example');
  expect(bareAddress(' kari@leser.example')).toBe('kari@leser.example');
  expect(addressKey('Kari <Kari@Leser.example>')).toBe('kari@leser.example');
});
