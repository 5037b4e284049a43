import { expect, test } from 'vitest';
import type { CmsEnvironment } from '../../environment.ts';
import { offersFirstUser } from './offers-first-user.ts';

const at = (cmsUrl: string, more: Partial<CmsEnvironment> = {}) =>
  // why: what is asked of the settings
  offersFirstUser({
    cmsUrl,
    databaseUrl: 'file:x',
    nodeEnv: 'production',
    ...more,
  } as CmsEnvironment);

test.each([
  ...['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000', 'http://avis:3000'],
  ...['http://192.168.1.4:3000', 'http://10.0.0.2', 'http://172.20.0.3', 'http://mac.local:3000'],
  ...['http://[fd12::1]:3000', 'http://[fe80::1]', 'http://169.254.1.1'],
])('on %s an empty database is entered with the code', (cmsUrl) => {
  expect(at(cmsUrl)).toBe(true);
});

test.each([
  ...['https://redaksjon.avis.no', 'http://avis.no:3000', 'http://203.0.113.4'],
  ...['https://10.avis.no', 'https://localhost.avis.no', 'https://127.0.0.1.nip.io'],
  ...['https://192.168.no', 'http://[2001:db8::1]:3000'],
])('on %s, which the world reaches, it is not', (cmsUrl) => {
  expect(at(cmsUrl)).toBe(false);
  expect(at(cmsUrl, { nodeEnv: 'development' })).toBe(true);
});

test('with a database that others keep it never is', () => {
  expect(at('http://localhost:3000', { databaseUrl: 'mongodb://db/x' })).toBe(false);
});
