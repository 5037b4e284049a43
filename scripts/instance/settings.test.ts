import { afterEach, expect, test, vi } from 'vitest';
import { readSettings } from './settings.ts';

afterEach(() => vi.unstubAllEnvs());

const whole = {
  ROLE: 'worker',
  DATABASE_URL: 'mongodb://10.0.0.5/kundefront?replicaSet=rs0',
  PAYLOAD_SECRET: 'x'.repeat(32),
  PUBLISH_TOKEN: 'y'.repeat(32),
  RESEND_API_KEY: 're_123',
};
const read = (given: Partial<Record<keyof typeof whole, string>>) => {
  for (const [name, value] of Object.entries({ ...whole, ...given })) vi.stubEnv(name, value);
  return readSettings();
};

test.each(['worker', 'cms', 'site'])('%s: with all it needs it may start', (ROLE) => {
  expect(read({ ROLE }).role).toBe(ROLE);
});

test.each<[Partial<typeof whole>, RegExp]>([
  [{ DATABASE_URL: 'file:./x.db' }, /SQLite, som er for én/],
  [{ DATABASE_URL: 'mongodb://10.0.0.5/kundefront' }, /replicaSet=/],
  [{ PAYLOAD_SECRET: '' }, /de samme på alle maskiner/],
  [{ PUBLISH_TOKEN: '' }, /de samme på alle maskiner/],
  [{ ROLE: 'site', PUBLISH_TOKEN: '' }, /PUBLISH_TOKEN/],
  [{ RESEND_API_KEY: '' }, /RESEND_API_KEY/],
])('%j is refused, and says what is missing', (given, words) => {
  expect(() => read(given)).toThrow(words);
});

test('one machine needs none of it', () => {
  expect(read({ ROLE: 'all', DATABASE_URL: '', PAYLOAD_SECRET: '', PUBLISH_TOKEN: '' }).role).toBe(
    'all',
  );
});
