import { expect, it } from 'vitest';
import { quoteWords } from './quote-words.ts';

it.each([
  ['«Vi må lytte.»', 'Vi må lytte.'],
  ['"Vi må lytte."', 'Vi må lytte.'],
  ['– Vi må lytte', 'Vi må lytte'],
  ['«Hva gjelder det» er et godt spørsmål', '‘Hva gjelder det’ er et godt spørsmål'],
  ['Hun sa "nei" og "ja"', 'Hun sa ‘nei’ og ‘ja’'],
])('prints %j as %j', (source, expected) => {
  expect(quoteWords(source)).toBe(expected);
});
