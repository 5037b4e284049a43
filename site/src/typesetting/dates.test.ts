import { describe, expect, it } from 'vitest';
import { clock, longDay, year } from './dates.ts';

describe('dates', () => {
  it('are written in Norwegian and in Norwegian time', () => {
    expect(longDay('2025-03-04T23:30:00Z')).toBe('5.\u00a0mars 2025');
    expect(clock('2025-07-04T03:45:00Z')).toBe('05.45');
    expect(year('2025-12-31T23:30:00Z')).toBe(2026);
  });
});
