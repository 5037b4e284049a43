import { expect, it } from 'vitest';
import { countsOf } from './choices.ts';

const shelves = {
  kind: { Nyhet: new Set(['a', 'b']), Blogg: new Set(['c', 'd']) },
  year: { 2025: new Set(['a', 'c']), 2026: new Set(['b', 'd']) },
};

it('counts what the query found, not what there is', () => {
  expect(countsOf(['a', 'b', 'c'], shelves, {})).toEqual({
    kind: { Nyhet: 2, Blogg: 1 },
    year: { 2025: 2, 2026: 1 },
  });
});

it('counts with what is chosen of the other filters, and offers nothing that would leave nothing', () => {
  expect(countsOf(['a', 'b', 'c'], shelves, { year: '2026' })).toEqual({
    kind: { Nyhet: 1 },
    year: { 2025: 2, 2026: 1 },
  });
});

it('keeps what is chosen, though it leaves nothing', () => {
  expect(countsOf(['c'], shelves, { kind: 'Nyhet' }).kind).toEqual({ Nyhet: 0, Blogg: 1 });
});
