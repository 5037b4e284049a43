import { DatabaseSync } from 'node:sqlite';
import { createHash, pbkdf2Sync, randomBytes, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cmsEndpoints, newsletterEndpoint, previewPath } from '../model/urls.ts';
import { createPreviewToken } from '../wire/preview-token.ts';
import { withoutSecrets } from './without-secrets.ts';

test.each([
  ['Could not send to Kari.Nord+a@eksempel.no.', 'Could not send to …'],
  ['bad address <kari@eksempel.no>, sorry', 'bad address <…>, sorry'],
  ['/subscribe?email=kari%40eksempel.no', '…'],
  ['/subscribe?email=kari', '/subscribe?email=…'],
  ['redirect=%2Fx%3Fe%3Dkari%2540eksempel.no', '…'],
  ['{\\"to\\":[\\"kari@eksempel.no\\"]}', '{\\"to\\":[\\"…\\"]}'],
  ['{"to":"kari\\u0040eksempel.no"}', '{"to":"…"}'],
  ['to "kari nord"@eksempel.no', 'to …'],
  ['mongodb://kf:passord1@db.eksempel.no/kf', '…'],
  ['authorization: Bearer abcdef-123456', 'authorization: Bearer …'],
  ['key re_1a2B3c_4d5E6f and whsec_MfKQ9r8GKYqrTwjU', 'key … and …'],
  ['{"password":"hemmelig1","id":7}', '{"password":"…","id":7}'],
  ['{\\"resetPasswordToken\\":\\"abc123def\\"}', '{\\"resetPasswordToken\\":\\"…\\"}'],
  ["{ salt: 'abc123def', id: 7 }", "{ salt: '…', id: 7 }"],
  ['payload-token=abc123def; Path=/', 'payload-token=…; Path=/'],
  ['/admin/create-first-user?kode=1a2b3-c4d5e', '/admin/create-first-user?kode=…'],
  ['/admin/reset/kort', '/admin/reset/…'],
  [
    'Failed query: insert\nparams: kari,hemmelig\n    at run (x.js:1:2)',
    'Failed query…\n    at run (x.js:1:2)',
  ],
  ["could not SELECT * FROM users WHERE name = 'Kari'", 'could not …'],
  ['update "users" set "name" = ?', '…'],
])('%j', (text, expected) => {
  expect(withoutSecrets(text)).toBe(expected);
});

const letters = fc.stringMatching(/^[a-zA-Z0-9._%+-]{1,20}$/);

test('no address is left, wherever it stands and however it is written', () => {
  fc.assert(
    fc.property(letters, letters, fc.string(), (local, domain, before) => {
      const address = `${local}@${domain}.no`;
      for (const written of [
        address,
        encodeURIComponent(address),
        JSON.stringify({ data: JSON.stringify({ to: [address] }) }),
        inspect({ to: { address } }),
      ]) {
        expect(withoutSecrets(`${before} ${written}`)).not.toMatch(/(?:@|%40)[\w.%+-]+\.no/);
      }
    }),
  );
});

test('no token that the house makes is left, in its address or outside', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bits) => {
      const token = Buffer.from(bits).toString('base64url');
      const preview = createPreviewToken({ id: randomUUID(), exp: 1_800_000_000 }, token);
      const text = [
        newsletterEndpoint('confirm', token),
        newsletterEndpoint('unsubscribe', `${randomUUID()}.${token}`),
        encodeURIComponent(newsletterEndpoint('preferences', token)),
        previewPath('7', preview),
        `/bilder/${preview}/a.jpg`,
        `Authorization: Bearer ${token}`,
        `{"tokenHash":"${createHash('sha256').update(token).digest('hex')}"}`,
        `${cmsEndpoints.webhook} v1,signature=${token}`,
        ...preview.split('.'),
      ].join('\n');
      const left = withoutSecrets(text);
      expect(left).not.toContain(token);
      for (const part of preview.split('.')) expect(left).not.toContain(part);
    }),
  );
});

test('hashes, salts and keys are gone, whatever they stand in', () => {
  const salt = randomBytes(32).toString('hex');
  const hash = pbkdf2Sync('a long password', salt, 10, 512, 'sha256').toString('hex');
  const base64 = `aB3${'x'.repeat(18)}/${randomBytes(48).toString('base64')}`;
  const made = [salt, hash, randomBytes(20).toString('hex'), base64];
  const text = withoutSecrets(`was ${made.join(' and ')}, also ${inspect({ salt, hash })}`);
  for (const secret of made) expect(text).not.toContain(secret.slice(0, 20));
});

test('what finds the fault again stays: ids, slugs, revisions, paths, stacks, times', () => {
  const stack = new Error('x').stack ?? '';
  for (const text of [
    randomUUID(),
    randomUUID().toUpperCase(),
    '507f1f77bcf86cd799439011',
    'article 12345678, revision mf3k2l9qa1b2c3d4',
    'https://eksempel.no/saker/hva-er-et-godt-kundesenter-egentlig-og-hvorfor-2026/',
    'at run (/app/node_modules/@payloadcms/drizzle/dist/upsertRow/index.js:1:2)',
    'at Object.__TURBOPACK__imported__module__$5b$project$5d2f$cms$2f$x (.next/server/chunks/_0a9bc._.js:3:44)',
    '2026-11-29T08:00:00.000Z',
    'SQLITE_CONSTRAINT: SQLite error: UNIQUE constraint failed: users.email',
    'kf/alert/507f1f77bcf86cd799439011/0',
    'E11000 duplicate key error collection: kf.users index: email_1',
    'the newest could not be taken from the list, select another',
    stack,
  ]) {
    expect(withoutSecrets(text)).toBe(text);
  }
});

test('what SQLite itself quotes of what it was given is gone', () => {
  const database = new DatabaseSync(':memory:');
  const messageOf = (statement: string) => {
    try {
      database.exec(statement);
      return 'no error';
    } catch (error) {
      return String(error);
    }
  };
  const left = [
    messageOf('insert into "Kari Nordmann" values (1)'),
    messageOf("select 'a' 'Kari Nordmann' 3"),
    messageOf("select 'Kari Nordmann"),
  ].map(withoutSecrets);
  database.close();
  expect(left).toEqual([
    'Error: no such table: Kari Nordmann', // a table's name is nobody's
    'Error: near …: syntax error',
    'Error: unrecognized token: …',
  ]);
});
