import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTime, rightWeekday, sayTime } from './read-time.ts';

/** A Sunday at noon in Norway, in winter. */
const now = new Date('2026-11-29T11:00:00Z');
const read = (text: string) => readTime(text, now)?.at.toISOString();

describe('a time, day first, on Norway’s clock', () => {
  test.each([
    ['01.11.2027 06:00', '2027-11-01T05:00:00.000Z'],
    ['1.11.2027 kl. 6', '2027-11-01T05:00:00.000Z'],
    ['1.11.2027 kl 06.30', '2027-11-01T05:30:00.000Z'],
    ['01.11.27 06:00', '2027-11-01T05:00:00.000Z'],
    ['1/11/2027 06:00', '2027-11-01T05:00:00.000Z'],
    ['1. november 2027 kl. 6', '2027-11-01T05:00:00.000Z'],
    ['mandag 1. nov. 2027, kl. 6', '2027-11-01T05:00:00.000Z'],
    ['29/03', '2027-03-28T22:00:00.000Z'],
    ['29.3 kl. 8', '2027-03-29T06:00:00.000Z'],
    ['24.12.2024', '2024-12-23T23:00:00.000Z'],
    ['24.12', '2026-12-23T23:00:00.000Z'],
    ['2027-11-01 06:00', '2027-11-01T05:00:00.000Z'],
    ['2027-11-01T06:00', '2027-11-01T05:00:00.000Z'],
    ['2027-11-01T06:00:00.000Z', '2027-11-01T06:00:00.000Z'],
    ['i dag 14.30', '2026-11-29T13:30:00.000Z'],
    ['i morgen kl. 6', '2026-11-30T05:00:00.000Z'],
    ['i morgen tidlig kl 6', '2026-11-30T05:00:00.000Z'],
    ['mandag kl. 8', '2026-11-30T07:00:00.000Z'],
    ['søndag kl. 8', '2026-12-06T07:00:00.000Z'],
    ['fredag klokken 14', '2026-12-04T13:00:00.000Z'],
    ['01.11.2027 0600', '2027-11-01T05:00:00.000Z'],
    ['i kveld kl. 8', '2026-11-29T19:00:00.000Z'],
    ['1. juni 10', '2027-06-01T08:00:00.000Z'],
    ['man. 1. november 2027 kl. 6', '2027-11-01T05:00:00.000Z'],
    ['3.12 14', '2026-12-03T13:00:00.000Z'],
    ['29/03 08', '2027-03-29T06:00:00.000Z'],
    ['24.12. 12', '2026-12-24T11:00:00.000Z'],
    ['1.3.25', '2025-02-28T23:00:00.000Z'],
    ['1.november 2027', '2027-10-31T23:00:00.000Z'],
    ['1.nov. 2027 kl.6', '2027-11-01T05:00:00.000Z'],
    ['1. nov. 27 kl 6', '2027-11-01T05:00:00.000Z'],
    ['den 1. november kl. 6', '2027-11-01T05:00:00.000Z'],
    ['06:00 01.11.2027', '2027-11-01T05:00:00.000Z'],
    ['kl. 6 den 1. november', '2027-11-01T05:00:00.000Z'],
    ['06.30 mandag', '2026-11-30T05:30:00.000Z'],
    ['1.12.2026 24:00', '2026-12-01T23:00:00.000Z'],
    ['31.10.2027 02:30', '2027-10-31T00:30:00.000Z'],
    ['31.10.2027 02:30 (vintertid)', '2027-10-31T01:30:00.000Z'],
    // The clock goes from 2 to 3, and in autumn twice through 2.
    ['28.03.2027 02:30', '2027-03-28T01:30:00.000Z'],
    ['31.10.2027 03:00', '2027-10-31T02:00:00.000Z'],
  ])('%s', (text, at) => expect(read(text)).toBe(at));

  test.each([
    '',
    'snart',
    '31.02.2027',
    '13/13',
    '11/13/2027',
    '1.11.2027 25:00',
    '06:00',
    '2027',
    '1.12.2026 24:01',
    '1. nov. 27',
    'tirsdag 1. november 2027 kl. 6',
  ])('%j cannot be read for certain, or is none', (text) => expect(read(text)).toBeUndefined());

  test('what is said of a time is read as the same minute', () => {
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 30 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const time = new Date(Date.UTC(2020, 0, 1) + minute * 60_000);
        expect(readTime(sayTime(time), now)?.at).toEqual(time);
      }),
    );
  });

  test('tells of a time that the clock jumps over', () => {
    expect(readTime('28.03.2027 02:30', now)?.isSkipped).toBe(true);
    expect(readTime('28.03.2027 03:30', now)?.isSkipped).toBe(false);
  });

  test('tells of a weekday that is not that of the day', () => {
    expect(rightWeekday('fredag 1/11/2027 8:00', now)).toBe('mandag');
    expect(rightWeekday('fre. 1.11.2027 kl. 8', now)).toBe('mandag');
    for (const other of [
      'mandag 1.11.2027',
      'fredag',
      'jul 1.11.2027',
      '1.11.2027',
      'fredag 31.2.2027',
    ])
      expect(rightWeekday(other, now)).toBeUndefined();
  });

  test('says how it was read', () => {
    expect(sayTime(new Date('2027-10-31T01:30:00Z'))).toContain('02:30 (vintertid)');
    expect(sayTime(new Date('2027-11-01T05:00:00Z'))).toBe('mandag 1. november 2027 kl. 06:00');
  });
});
