import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareParagraphs } from './compare-paragraphs.ts';

test('what changed stands beside what it was, what is the same is level', () => {
  expect(compareParagraphs(['A', 'B gammel', 'C'], ['A', 'B ny', 'Ny', 'C'])).toEqual([
    { before: 'A', after: 'A' },
    { before: 'B gammel', after: 'B ny' },
    { before: undefined, after: 'Ny' },
    { before: 'C', after: 'C' },
  ]);
});

test('each text is there whole, in its order', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pairs = compareParagraphs(before, after);
      expect(pairs.flatMap((pair) => pair.before ?? [])).toEqual(before);
      expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after);
    }),
  );
});
