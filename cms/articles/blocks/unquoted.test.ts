import { expect, test } from 'vitest';
import { unquoted } from './pull-quote.ts';

test.each([
  ['«Vi svarer når vi kan.»', 'Vi svarer når vi kan.'],
  ['"Vi svarer"', 'Vi svarer'],
  ['“Vi svarer”', 'Vi svarer'],
  ['«Vi sa «nei» da»', 'Vi sa «nei» da'],
  ['«Ja» og «nei»', '«Ja» og «nei»'],
  ['Vi sa «nei»', 'Vi sa «nei»'],
  ['«Nei» sa vi', '«Nei» sa vi'],
  ['Vi svarer', 'Vi svarer'],
])('%s', (typed, quote) => expect(unquoted(typed)).toBe(quote));
