import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { limitConnections } from './limit-connections.ts';

test('a body without an end is cut off with an answer, whoever reads it', async () => {
  limitConnections(1_000_000);
  const server = createServer((asked, answer) => {
    asked.resume();
    asked.on('end', () => answer.end('read'));
    asked.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on a port
  const send = async (bytes: number) => {
    const sending = request({ port, method: 'POST', path: '/admin/login' });
    sending.on('error', () => undefined);
    const answered = once(sending, 'response');
    let sent = 0;
    let isAnswered = false;
    answered.then(() => (isAnswered = true)).catch(() => undefined);
    while (sent < bytes && !isAnswered) {
      sent += 65_536;
      if (!sending.write(Buffer.alloc(65_536)))
        await Promise.race([once(sending, 'drain'), answered]);
    }
    if (!isAnswered) sending.end();
    const [response] = (await answered) as [{ statusCode: number }];
    sending.destroy();
    return { status: response.statusCode, sent };
  };
  expect((await send(500_000)).status).toBe(200);
  const endless = await send(200_000_000);
  expect(endless.status).toBe(413);
  expect(endless.sent).toBeLessThan(20_000_000);
  server.closeAllConnections();
  server.close();
});
