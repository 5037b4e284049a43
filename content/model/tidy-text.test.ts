import { expect, test } from 'vitest';
import { toSlug } from './slug.ts';
import { tidyText, tidyTexts } from './tidy-text.ts';

test.each([
  ['letters written as two are one', 'pa\u030a ble\u0301', 'på blé'],
  [
    'zero widths, directions and marks of files go',
    '\ufeffkunde\u200b\u2060ser\u202evice',
    'kundeservice',
  ],
  ['controls go', 'a\u0000b\u001bc\u0090d', 'abcd'],
  ['half signs are no signs', 'a\ud83d', 'a\ufffd'],
  ['every end of a line is ours', 'a\r\nb\rc\u000bd\u2028e', 'a\nb\nc\nd\ne'],
  [
    'soft hyphens, joiners and fixed spaces are meant',
    'kunde\u00adservice 👩\u200d💻 10\u00a0000',
    null,
  ],
])('%s', (_, text, tidy) => {
  expect(tidyText(text)).toBe(tidy ?? text);
  expect(tidyText(tidyText(text))).toBe(tidyText(text));
});

test('all texts of a document, and nothing else of it', () => {
  const date = new Date();
  const rows = [{ text: 'a\u030a', n: 1 }, null, date, ['\u200b']];
  expect(tidyTexts({ rows })).toEqual({ rows: [{ text: 'å', n: 1 }, null, date, ['']] });
});

test('a field with nothing to be seen is empty, and a blank between two words is not', () => {
  const run = { type: 'text', text: ' ' };
  expect(
    tidyTexts({ title: '\u00ad', lead: ' \u00a0', corrections: [{ text: '\u200d' }], run }),
  ).toEqual({
    ...{ title: '', lead: '', corrections: [{ text: '' }], run },
  });
});

test.each(['kunde\u00adservice', 'kunde\u200bservice', 'kunde\u200dservice', '\ufeffkundeservice'])(
  'the address of %j has no gap in the word',
  (title) => {
    expect(toSlug(title)).toBe('kundeservice');
  },
);
