import { expect, test } from 'vitest';
import { byLetter } from './by-letter.ts';

test('names stand under their letters; figures and signs together, accents where one looks for them', () => {
  const names = ['24/7', '§ 14-9', 'apper', 'Åpent', 'élan', 'Östersund', 'øre', 'ål', 'Aasen'];
  const sorted = names.toSorted(new Intl.Collator('nb').compare).map((name) => ({ name }));
  expect(byLetter(sorted).map(({ letter, names }) => [letter, names.length])).toEqual([
    ['tegn', 2],
    ['a', 1],
    ['e', 1],
    ['oe', 2],
    ['aa', 3],
  ]);
});
