import { expect, test } from 'vitest';
import { createPreviewToken, longestLife, readPreviewToken } from './preview-token.ts';

const secret = 'a-token-of-more-than-thirty-two-characters';
const now = Date.parse('2026-01-01T00:00:00Z');
const inSeconds = (seconds: number) => now / 1000 + seconds;
const read = (token: string) => readPreviewToken(token, secret, now);

test('a token opens the article that it names, until its time', () => {
  expect(read(createPreviewToken({ id: 'a1', exp: inSeconds(60) }, secret))).toEqual({
    ok: true,
    id: 'a1',
  });
  expect(read(createPreviewToken({ id: 'a1', exp: inSeconds(0) }, secret))).toMatchObject({
    reason: 'expired',
  });
});

test('no token lives longer than its kind may', () => {
  const exp = inSeconds(longestLife.pane + 60);
  expect(read(createPreviewToken({ id: 'a1', exp }, secret))).toMatchObject({ reason: 'expired' });
  expect(read(createPreviewToken({ id: 'a1', exp, share: true }, secret)).ok).toBe(true);
  const late = inSeconds(longestLife.share + 60);
  expect(read(createPreviewToken({ id: 'a1', exp: late, share: true }, secret)).ok).toBe(false);
});

test('what was signed with another secret, or changed, or is no token at all is refused', () => {
  const token = createPreviewToken({ id: 'a1', exp: inSeconds(60) }, secret);
  const [, signature] = token.split('.');
  const other = Buffer.from(JSON.stringify({ id: 'a2', exp: inSeconds(60) })).toString('base64url');
  const forged = [createPreviewToken({ id: 'a1', exp: inSeconds(60) }, `${secret}x`)];
  for (const each of [...forged, `${other}.${signature ?? ''}`, '', '.', 'x.y', `${token}x`]) {
    expect(read(each)).toEqual({ ok: false, reason: 'invalid' });
  }
});
