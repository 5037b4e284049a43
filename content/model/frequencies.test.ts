import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, frequencies, frequencyIds, immediate, parseFrequency } from './frequencies.ts';

test('every name in a file of subscribers means one frequency', () => {
  const names = frequencyIds.flatMap((id) => [id, ...frequencies[id].aliases]);
  expect(new Set(names).size).toBe(names.length);
});

test('a form offers mail about each article first, and what it does not know means that', () => {
  expect(immediate).toContain(frequencyIds[0]);
  for (const value of ['', 'hourly', undefined, 'constructor']) {
    expect(parseFrequency(value)).toBe(frequencyIds[0]);
  }
});

test.each(frequencyIds.filter((id) => digestOf(id) !== null))(
  'the last %s digest is never ahead, and stays the last until the next',
  (id) => {
    const digest = digestOf(id);
    const times = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(times, (now) => {
        const due = digest?.lastDue(now).getTime() ?? NaN;
        expect(due).toBeLessThanOrEqual(now.getTime());
        expect(digest?.lastDue(new Date(due)).getTime()).toBe(due);
        expect(digest?.lastDue(new Date(due - 1)).getTime()).toBeLessThan(due);
      }),
    );
  },
);
