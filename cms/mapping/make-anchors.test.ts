import { expect, test } from 'vitest';
import { makeAnchors } from './make-anchors.ts';

test('an anchor is the slug of its text, never taken twice, and begins with a letter', () => {
  const makeAnchor = makeAnchors();
  const anchors = ['Færre svar', 'Færre svar', '40 prosent flere', '?!', '«Nei»'].map((text) =>
    makeAnchor(text, 'avsnitt'),
  );
  expect(anchors).toEqual([
    ...['faerre-svar', 'faerre-svar-2', 'avsnitt-40-prosent-flere', 'avsnitt', 'nei'],
  ]);
});
