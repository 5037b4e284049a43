import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseEnvironment, siteOrigins, toVariables } from './environment.ts';
import { printExample, variables } from './variables.ts';

const parse = (given: Record<string, string>) => {
  const result = parseEnvironment(given);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.environment;
};

test('`.env.example` is what the table prints: npm run generate', () => {
  expect(readFileSync('.env.example', 'utf8')).toBe(printExample());
});

test('nothing has to be set; what is not set rests on what is', () => {
  expect(parse({})).toMatchObject({ sitePort: 4321, databaseUrl: 'file:./data/kundefront.db' });
  expect(parse({ DATA_DIR: '/srv/kf/', SITE_PORT: '80' })).toMatchObject({
    databaseUrl: 'file:/srv/kf/kundefront.db',
    siteUrl: 'http://localhost:80',
    siteInternalUrl: 'http://127.0.0.1:80',
  });
});

test('where the CMS reaches publishers: several, and by the name it had before', () => {
  const several = { SITE_INTERNAL_URL: 'http://10.0.0.2:4321,http://10.0.0.3:4321' };
  expect(siteOrigins(parse(several))).toEqual(['http://10.0.0.2:4321', 'http://10.0.0.3:4321']);
  expect(siteOrigins(parse({ PUBLISHER_URL: 'http://10.0.0.4' }))).toEqual(['http://10.0.0.4']);
});

test('an empty variable is one that is not set', () => {
  const empty = Object.fromEntries(Object.keys(variables).map((name) => [name, '']));
  expect(parse({ ...empty, NODE_ENV: 'test' })).toEqual(parse({ NODE_ENV: 'test' }));
});

test('a process that is given the settings reads the same settings', () => {
  const settings = parse({ DATA_DIR: '/srv/kf', INDEXNOW_KEY: 'a-key-of-ours', CMS_PORT: '4000' });
  expect(parse(toVariables(settings))).toEqual(settings);
});

test.each([
  ['SITE_PORT', '0'],
  ['SITE_URL', 'https://avisen.no/'],
  ['MAIL_FROM', 'Avisen'],
  ['RESEND_BASE_URL', 'api.resend.com'],
  ['NODE_ENV', 'prod'],
  ['ROLE', 'db'],
  ['SITE_INTERNAL_URL', 'http://10.0.0.2:4321, http://10.0.0.3:4321'],
])('%s=%s is refused with a sentence', (name, value) => {
  const result = parseEnvironment({ [name]: value });
  expect(result).toMatchObject({ ok: false });
  if (!result.ok)
    expect(result.problems).toEqual([expect.stringMatching(`^${name}=${value}: må `)]);
});

test.each([
  ['DATABASE_URL', 'postgres://ada:hemmelig@x'],
  ['PAYLOAD_SECRET', 'hemmelig'],
  ['INDEXNOW_KEY', 'hemmelig æøå'],
])('what is wrong with %s is said without its value', (name, value) => {
  const result = parseEnvironment({ [name]: value });
  expect(result).toMatchObject({ ok: false, problems: [expect.stringMatching(`^${name}: må `)] });
  expect(JSON.stringify(result)).not.toContain('hemmelig');
});
