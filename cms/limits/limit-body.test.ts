import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { readEnvironment } from '../environment.ts';
import { limitBody, readAtMost, withinLimit } from './limit-body.ts';

const MB = 1024 * 1024;

for (const name of ['PAYLOAD_SECRET', 'PUBLISH_TOKEN'])
  process.env[name] = 'a secret for tests only, 32 characters or more';

/** A body that goes on as long as somebody reads; tells how much was taken from it. */
function anEndlessBody() {
  const taken = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      taken.bytes += 16_384;
      controller.enqueue(new Uint8Array(16_384));
    },
  });
  return { body, taken };
}

const aRequest = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(`http://localhost:3000${path}`, {
    ...{ method: 'POST', body, headers, duplex: 'half' },
  });

test.each([
  ['/api/newsletter/subscribe', 64 * 1024],
  ['/api/users/login', 64 * 1024],
  ['/api/users/first-register', 64 * 1024],
  ['/api/users/forgot-password', 64 * 1024],
  ['/api/desk/unpublish/1', 64 * 1024],
  ['/api/webhooks/resend', 256 * 1024],
  ['/api/authors', MB],
  ['/api/globals/publication', MB],
  ['/api/payload-preferences/x', MB],
  ['/api/something-else', MB],
  ['/api/articles', 4 * MB],
  ['/api/articles/1', 4 * MB],
  ['/api/newsletter/import', 11 * MB],
  ['/api/media', 26 * MB],
  // Of strangers no more than of a picture.
  ['/api/files', 26 * MB],
  ['/api/moving/screen/look', 26 * MB],
])('%s reads at most %d bytes of a body without an end', async (path, most) => {
  const { body, taken } = anEndlessBody();
  const answer = await limitBody(aRequest(path, body));
  expect(answer).toMatchObject({ status: 413 });
  expect(await (answer as Response).text()).toContain('for stort');
  expect(taken.bytes).toBeLessThan(most + 100_000);
});

test('whoever is logged in hands in films, and nobody with a token of her own making', async () => {
  const { payloadSecret } = readEnvironment();
  const key = createHash('sha256').update(payloadSecret).digest('hex').slice(0, 32);
  const tokenOf = (secret: string) => {
    const signed = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.e30`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
  const statusFor = async (headers: Record<string, string>) => {
    const answer = await limitBody(aRequest('/api/files', new Uint8Array(27 * MB), headers));
    return answer instanceof Response ? answer.status : 'read';
  };
  expect(await statusFor({ cookie: `a=b; payload-token=${tokenOf(key)}` })).toBe('read');
  expect(await statusFor({ authorization: `JWT ${tokenOf(key)}` })).toBe('read');
  expect(await statusFor({ cookie: `payload-token=${tokenOf('min egen')}` })).toBe(413);
  expect(await statusFor({ authorization: 'JWT a.b.c' })).toBe(413);
  expect(await statusFor({})).toBe(413);
});

test('a length that is announced as too much is refused unread', async () => {
  const { body, taken } = anEndlessBody();
  const length = { 'content-length': String(60 * MB) };
  expect(await limitBody(aRequest('/api/users/login', body, length))).toMatchObject({
    status: 413,
  });
  expect(taken.bytes).toBeLessThan(100_000);
});

test('what is within the limit arrives as it was sent, to the byte', async () => {
  const sent = 'email=kari%40eksempel.no&æøå=1';
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  const route = withinLimit(async (request: Request, context: string) =>
    Response.json([
      await request.text(),
      request.method,
      request.headers.get('content-type'),
      context,
    ]),
  );
  const answer = await route(aRequest('/api/newsletter/subscribe', sent, type), 'context');
  expect(await answer.json()).toEqual([sent, 'POST', type['content-type'], 'context']);
});

test('nothing is nothing', async () => {
  expect(await readAtMost(null, 10)).toEqual(new Uint8Array());
  const get = new Request('http://localhost:3000/api/articles');
  expect(await limitBody(get)).toBe(get);
});
