import { expect, test } from 'vitest';
import { assessPassword } from './assess-password.ts';

test.each([
  ...['password1234', '123456789012', 'qwertyuiop12', 'Passord12345', 'P@ssw0rd1234'],
  ...['passordpassord', 'administrator', 'Velkommen123', 'abcabcabcabc', 'hunter2hunter2'],
  ...['zaq12wsxcde3', 'aaaaaaaaaaaa', '            ', 'redaktør12345', 'x'.repeat(300)],
])('%j is among what everybody guesses', (password) => {
  expect(assessPassword(password)).toBe('common');
});

test.each([
  ...['et langt passord', 'a long password', 'correct horse battery staple', 'xK4-øre-fjær-9'],
  ...['Test-passord-12', 'blå sko på loftet', '🙂 og en hest i regn'],
])('%j is good enough', (password) => {
  expect(assessPassword(password)).toBe('good');
});

test('one made of its owner’s address is none', () => {
  expect(assessPassword('ingeborgkrog1')).toBe('good');
  expect(assessPassword('ingeborgkrog1', ['ingeborgkrog'])).toBe('common');
});

test.each([
  ['elleve tegn', 'short'],
  ['🙂🙂🙂🙂🙂🙂', 'short'],
  ['x'.repeat(1001), 'long'],
])('%j has the wrong length', (password, reason) => {
  expect(assessPassword(password)).toBe(reason);
});
