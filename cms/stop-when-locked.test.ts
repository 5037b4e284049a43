import { describe, expect, test } from 'vitest';
import { isLocked } from './stop-when-locked.ts';

describe('isLocked', () => {
  test('sees BUSY however deep it is wrapped', () => {
    const cause = Object.assign(new Error('driver'), { code: 'SQLITE_BUSY_SNAPSHOT' });
    expect(isLocked(cause)).toBe(true);
    expect(isLocked(new Error('outer', { cause: new Error('middle', { cause }) }))).toBe(true);
    expect(isLocked(new Error('SQLITE_BUSY: database is locked'))).toBe(true);
  });

  test('leaves other failures alone', () => {
    expect(isLocked(new Error('SQLITE_CONSTRAINT: UNIQUE constraint failed'))).toBe(false);
    expect(isLocked('SQLITE_BUSY')).toBe(false);
    expect(isLocked(undefined)).toBe(false);
  });
});
