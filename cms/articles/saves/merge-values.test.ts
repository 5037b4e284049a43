import { describe, expect, test } from 'vitest';
import { mergeValues } from './merge-values.ts';

const row = (id: string, text: string, more = {}) => ({ id, text, ...more });
const [one, two, three] = [row('1', 'Mai'), row('2', 'Juni'), row('3', 'Juli')];

describe('rows that two people wrote in', () => {
  const base = [one, two];
  test.each([
    [
      'each another row',
      [row('1', 'Mai 2024'), two],
      [one, row('2', 'Juni 2024')],
      [...[row('1', 'Mai 2024'), row('2', 'Juni 2024')]],
    ],
    [
      'each another field of one row',
      [row('1', 'Mai 2024'), two],
      [row('1', 'Mai', { at: '1' }), two],
      [...[row('1', 'Mai 2024', { at: '1' }), two]],
    ],
    [
      'one a row, the other a new one',
      [row('1', 'Mai 2024'), two],
      [one, two, three],
      [...[row('1', 'Mai 2024'), two, three]],
    ],
    [
      'one takes a row away that the other leaves',
      [two],
      [one, row('2', 'Juni 2024')],
      [row('2', 'Juni 2024')],
    ],
  ])('%s: both stand', (_, mine, theirs, value) => {
    expect(mergeValues({ base, mine, theirs })).toEqual({ value });
    expect(mergeValues({ base, mine: theirs, theirs: mine })).toEqual({ value });
  });

  test.each([
    ['the same text', [row('1', 'Mai 2024'), two], [row('1', 'I mai'), two]],
    ['one takes away what the other changed', [two], [row('1', 'Mai 2024'), two]],
    ['both a new one at the same place', [...base, three], [...base, row('4', 'August')]],
  ])('%s: somebody decides', (_, mine, theirs) => {
    expect(mergeValues({ base, mine, theirs })).toBeUndefined();
    expect(mergeValues({ base, mine: theirs, theirs: mine })).toBeUndefined();
  });
});

test('what has no ids, as names in a list, is one value', () => {
  expect(mergeValues({ base: ['a'], mine: ['a', 'b'], theirs: ['a', 'c'] })).toBeUndefined();
  expect(mergeValues({ base: ['a'], mine: ['a'], theirs: ['a', 'c'] })).toEqual({
    value: ['a', 'c'],
  });
});
