import { expect, test } from 'vitest';
import { atClock, clockOf, dayOf, daysAfter, mondayOf } from './norwegian-day.ts';

test.each([
  ['2026-11-29T22:59:00.000Z', '2026-11-29', '23:59'],
  ['2026-11-29T23:00:00.000Z', '2026-11-30', '00:00'],
  ['2026-07-01T22:30:00.000Z', '2026-07-02', '00:30'],
])('%s is on %s at %s', (at, day, clock) => {
  expect([dayOf(at), clockOf(at)]).toEqual([day, clock]);
  expect(atClock(day, clock)?.toISOString()).toBe(at);
});

test('weeks begin on Monday, also over the turn of the year and of the clock', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(mondayOf('2026-11-30')).toBe('2026-11-30');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  expect(daysAfter('2026-10-24', 1)).toBe('2026-10-25');
  expect(daysAfter('2026-10-25', 1)).toBe('2026-10-26');
});
