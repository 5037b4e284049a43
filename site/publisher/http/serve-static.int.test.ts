import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Moved } from './redirect-file.ts';
import { serveStatic } from './serve-static.ts';

const folder = mkdtempSync(join(tmpdir(), 'static-'));
const root = join(folder, 'public');
const moved = new Map<string, Moved>([
  ['/saker/gammel/', { to: '/saker/ny/' }],
  ['/saker/borte/', { gone: true }],
  ['/?p=100', { to: '/saker/ny/' }],
]);
const long = '<p>kundeservice</p>'.repeat(200);
let server: Server;
let port = 0;

beforeAll(async () => {
  put('public/index.html', `<!doctype html><title>Forsiden</title>${long}`);
  const search = '<input name="q" type="search" value="">';
  put('public/404.html', `<!doctype html><title>Fant ikke siden</title>${search}`);
  put('public/410.html', `<!doctype html><title>Trukket tilbake</title>${search}`);
  put('public/tema/sprak/index.html', '<!doctype html><title>Språk</title>');
  put('public/saker/ny/index.html', '<!doctype html><title>Ny</title>');
  put('public/tema/ett/index.html', '<!doctype html><title>Ett</title>');
  put('public/rss.xml', '<rss/>');
  put('public/arkiv/2023/index.html', '<!doctype html><title>2023</title>');
  put('public/_assets/a.12345678.css', 'a{}');
  put('public/filer/ko-0123abcd.mp3', '0123456789');
  put('public/_redirects', '/saker/gammel/ /saker/ny/ 301\n');
  put('public-hemmelig/index.html', 'fortrolig');
  put('site/store.db', 'fortrolig');
  server = createServer(serveStatic(root, () => moved));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port; // listening on a port
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init });

test('an old address that is told apart by its question leads on, whatever else is asked with it', async () => {
  for (const path of ['/?p=100', '/?utm_source=x&p=100'])
    expect((await get(path)).headers.get('location')).toBe('/saker/ny/');
  expect((await get('/?p=101')).status).toBe(200);
});

test.each([
  ['/saker/gammel/amp/', 301, '/saker/ny/'],
  ['/saker/gammel/feed/', 301, '/saker/ny/'],
  ['/saker/gammel/2/', 301, '/saker/ny/'],
  ['/saker/gammel/comment-page-1/', 301, '/saker/ny/'],
  ['/saker/ny/embed/', 301, '/saker/ny/'],
  ['/tema/ett/page/3/feed/', 301, '/tema/ett/'],
  ['/saker/borte/amp/', 410, null],
  ['/feed/', 301, '/rss.xml'],
  ['/rss/', 301, '/rss.xml'],
  ['/2023/05/', 301, '/arkiv/2023/'],
  ['/2023/05/12/page/2/', 301, '/arkiv/2023/'],
  ['/1999/', 404, null],
  ['/wp-content/uploads/2023/05/koen.jpg', 410, null],
  ['/finnes-ikke/amp/', 404, null],
  ['/finnes-ikke/', 404, null],
  ['/100%/amp/', 404, null],
  ['/%E0%A4%A/2/', 404, null],
])('what old systems put behind an address: %s', async (path, status, location) => {
  const response = await get(path);
  expect([response.status, response.headers.get('location')]).toEqual([status, location]);
});

test.each([
  ['bytes=0-3', 206, 'bytes 0-3/10', '0123'],
  ['bytes=4-', 206, 'bytes 4-9/10', '456789'],
  ['bytes=-3', 206, 'bytes 7-9/10', '789'],
  ['bytes=-99', 206, 'bytes 0-9/10', '0123456789'],
  ['bytes=0-0', 206, 'bytes 0-0/10', '0'],
  ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
  ['bytes=10-', 416, 'bytes */10', ''],
  ['bytes=-0', 416, 'bytes */10', ''],
  ['bytes=5-2', 200, null, '0123456789'],
  ['bytes=0-1,3-4', 200, null, '0123456789'],
  ['lines=1-2', 200, null, '0123456789'],
])('a player that asks for %s gets it with %s', async (range, status, told, bytes) => {
  const response = await get('/filer/ko-0123abcd.mp3', { headers: { range } });
  expect([response.status, response.headers.get('content-range'), await response.text()]).toEqual([
    ...[status, told, bytes],
  ]);
  expect(response.headers.get('content-type')).toBe('audio/mpeg');
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test.each(['bytes=5-2', 'bytes=-3', 'bytes=999999999-'])(
  'a page is sent whole to %s',
  async (range) => {
    const response = await get('/', { headers: { range } });
    expect([response.status, await response.text()]).toEqual([
      200,
      expect.stringContaining('</p>'),
    ]);
  },
);

describe('what a reader gets', () => {
  test('a page, never kept without asking, and unchanged on a second look', async () => {
    const response = await get('/saker/ny/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(response.headers.get('cache-control')).toMatch(/no-cache|must-revalidate/);
    const etag = response.headers.get('etag') ?? '';
    const again = await get('/saker/ny/', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const kept = ['etag', 'cache-control', 'vary'].map((name) => again.headers.get(name));
    expect(kept).toEqual([etag, response.headers.get('cache-control'), 'Accept-Encoding']);
    const time = response.headers.get('last-modified') ?? '';
    const since = (when: string) => get('/saker/ny/', { headers: { 'if-modified-since': when } });
    expect((await since(time)).status).toBe(304);
    expect((await since('Sat, 01 Jan 2000 00:00:00 GMT')).status).toBe(200);
  });

  test('files with a hash in the name are kept for a year', async () => {
    const { headers } = await get('/_assets/a.12345678.css');
    expect(headers.get('cache-control')).toMatch(/max-age=31536000.*immutable/);
  });

  test.each(['br', 'gzip'])('long pages are sent as %s', async (encoding) => {
    const response = await get('/', { headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toMatch(/accept-encoding/i);
    expect(await response.text()).toContain('Forsiden');
  });

  test('what the build has compressed is sent as it is', async () => {
    put('public/_assets/b.12345678.css', '.b{}');
    put('public/_assets/b.12345678.css.br', brotliCompressSync('.b{color:red}'));
    const ask = (encoding: string) =>
      get('/_assets/b.12345678.css', { headers: { 'accept-encoding': encoding } });
    const response = await ask('br');
    expect(response.headers.get('content-type')).toMatch(/^text\/css/);
    expect(response.headers.get('cache-control')).toMatch(/immutable/);
    expect(await response.text()).toBe('.b{color:red}');
    expect(await (await ask('identity')).text()).toBe('.b{}');
    expect(await (await ask('br;q=0, identity')).text()).toBe('.b{}');
    expect(await (await ask('gzip, br;q=0.5')).text()).toBe('.b{color:red}');
  });

  test('a changed file is served at once', async () => {
    put('public/ny-side/index.html', 'en');
    expect(await (await get('/ny-side/')).text()).toBe('en');
    put('public/ny-side/index.html', 'to!');
    expect(await (await get('/ny-side/')).text()).toBe('to!');
  });
});

test.each(['/../etc/passwd', '/..%2f..%2fetc/passwd', '/saker/..\\..\\x'])(
  'who climbs out of the folder finds nothing, at once: %s',
  async (path) => {
    expect(await rawGet(path)).toMatch(/^HTTP\/1.1 404/);
  },
);

describe('addresses', () => {
  test.each([
    ['/saker/gammel/', 301, '/saker/ny/'],
    ['/saker/ny', 301, '/saker/ny/'],
    ['/RSS.xml', 301, '/rss.xml'],
    ['/rss.xml/', 301, '/rss.xml'],
    ['/saker/ny/index.html', 301, '/saker/ny/'],
    ['/finnes-ikke', 404, null],
    ['/saker/ny?a=1', 301, '/saker/ny/?a=1'],
    ['/saker/borte/', 410, null],
    ['/Tema/Ett/', 301, '/tema/ett/'],
    ['//tema//ett/', 301, '/tema/ett/'],
    ['/tema/spr%C3%A5k/', 301, '/tema/sprak/'],
    ['/tema/SPR%C3%85K?a=1', 301, '/tema/sprak/?a=1'],
    ['/Saker/Gammel/', 301, '/saker/gammel/'],
    ['//evil.example/', 404, null],
    ['/%ff', 404, null],
    ['/saker/finnes-ikke/', 404, null],
    ['/tema/ett/side/7/', 301, '/tema/ett/'],
    ['/tema/finnes-ikke/side/7/', 404, null],
    ['/_redirects', 404, null],
    ['/pagefind/2026/index/nb_1.pf_index', 404, null],
    ['/%00/', 404, null],
    ['/%E0%A4%A/', 404, null],
  ])('%s answers %i', async (path, status, location) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBe(location);
    const title = status === 410 ? 'Trukket tilbake' : 'Fant ikke siden';
    if (status !== 301) expect(await response.text()).toContain(title);
  });

  test('a dead end offers to search for what the address said', async () => {
    const text = await (await get('/saker/finnes-ikke-%22lenger%22/')).text();
    expect(text).toContain('value="finnes ikke &quot;lenger&quot;"');
    expect(await (await get('/saker/borte/')).text()).toContain('value="borte"');
  });

  test('a feed goes under its own name', async () => {
    const type = (await get('/rss.xml')).headers.get('content-type');
    expect(type).toBe('application/rss+xml; charset=utf-8');
  });

  test('only GET and HEAD', async () => {
    const response = await get('/', { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect((await get('/', { method: 'HEAD' })).status).toBe(200);
  });
});

describe('what a stranger may try', () => {
  test.each([
    '/../site/store.db',
    '/..%2fsite%2fstore.db',
    '/%2e%2e/site/store.db',
    '/../public-hemmelig/index.html',
    '/%2e%2e/public-hemmelig/',
    '/saker/..%5c..%5csite/store.db',
    '//../site/store.db',
  ])('%s leads to nothing outside the folder', async (path) => {
    expect(await rawGet(path)).not.toContain('fortrolig');
  });

  test.each(['//', '///', 'http://', '/\\', '//[', '/%', '*', '//evil.example/..'])(
    'the address %s does not end the process',
    async (path) => {
      expect(await rawGet(path)).toMatch(/^HTTP\/1\.1 [345]\d\d/);
      expect((await get('/')).status).toBe(200);
    },
  );

  test('no redirect leaves the site', async () => {
    for (const path of [
      '//evil.example',
      '//evil.example/x',
      '/\\evil.example',
      '/%5cevil.example',
    ]) {
      const location = /^location: (.*)$/im.exec(await rawGet(path))?.[1]?.trim() ?? '/';
      expect(new URL(location, 'http://site').host).toBe('site');
    }
  });

  test('every answer forbids framing and guessing of types', async () => {
    for (const path of ['/', '/saker/borte/', '/finnes-ikke/', '/saker/gammel/']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });
});

/** Sends an address as it is: `fetch` would tidy it first. */
async function rawGet(path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

function put(name: string, content: string | Buffer): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
