import { describe, expect, it } from 'vitest';
import { updatedAt } from './updated-at.ts';

describe('updatedAt', () => {
  const publishedAt = '2025-03-04T10:00:00.000Z';

  it('says nothing of changes within ten minutes', () => {
    expect(updatedAt({ publishedAt, modifiedAt: publishedAt })).toBeUndefined();
    expect(updatedAt({ publishedAt, modifiedAt: '2025-03-04T10:10:00.000Z' })).toBeUndefined();
  });

  it('gives the time only, the same day', () => {
    expect(updatedAt({ publishedAt, modifiedAt: '2025-03-04T10:11:00.000Z' })).toBe(
      'kl.\u00a011.11',
    );
  });

  it('gives the day too, later', () => {
    expect(updatedAt({ publishedAt, modifiedAt: '2025-03-05T10:11:00.000Z' })).toBe(
      '5.\u00a0mars 2025 kl.\u00a011.11',
    );
  });
});
