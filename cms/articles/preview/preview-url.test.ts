import { createHmac } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { previewUrl, shareUrl } from './preview-url.ts';

const token = 'a-token-of-more-than-thirty-two-characters';

beforeAll(() => {
  process.env['PUBLISH_TOKEN'] = token;
  process.env['PAYLOAD_SECRET'] = token;
  process.env['SITE_URL'] = 'https://kundefront.example';
});

test('the token names the article, ends within ten minutes and is signed', () => {
  const url = new URL(previewUrl('a1', new Date('2026-01-01T00:00:00.900Z')));
  expect(url.origin + url.pathname).toBe('https://kundefront.example/_preview/article/a1');
  const [claim = '', signature] = (url.searchParams.get('token') ?? '').split('.');
  expect(JSON.parse(Buffer.from(claim, 'base64url').toString())).toEqual({
    id: 'a1',
    exp: Date.parse('2026-01-01T00:10:00Z') / 1000,
  });
  expect(signature).toBe(
    createHmac('sha256', token).update(`preview:${claim}`).digest('base64url'),
  );
});

test('a link that is given away says so, and when it ends', () => {
  const until = new Date('2026-01-08T00:00:00Z');
  const [claim = ''] = (new URL(shareUrl('a1', until)).searchParams.get('token') ?? '').split('.');
  expect(JSON.parse(Buffer.from(claim, 'base64url').toString())).toEqual({
    ...{ id: 'a1', exp: until.getTime() / 1000, share: true },
  });
});
