import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { fetchPicture, isClosed } from './fetch-picture.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '192.168.0.1',
  '::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '0.0.0.0',
])('%s is nobody’s old site', (address) => expect(isClosed(address)).toBe(true));
test('an address on the open internet is', () => expect(isClosed('93.184.216.34')).toBe(false));

test.each([
  ['http://localhost:1/x.jpg', 'http://localhost:1'],
  ['https://annen.example/x.jpg', 'https://gamle.example.no'],
  ['file:///etc/passwd', 'https://gamle.example.no'],
  ['http://[::1]/x.jpg', 'http://[::1]'],
])('%s is not asked for', async (url, origin) => {
  expect(await fetchPicture(url, origin)).toBeUndefined();
});

test('nothing in this network is asked, whatever name it has', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('x');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on a port
  for (const host of ['localhost', '127.0.0.1', '[::ffff:127.0.0.1]']) {
    const origin = `http://${host}:${String(port)}`;
    expect(await fetchPicture(`${origin}/x.jpg`, origin)).toBeUndefined();
  }
  expect(asked).toEqual([]);
  server.close();
});
