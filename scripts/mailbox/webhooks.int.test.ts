import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Resend } from 'resend';
import { expect, onTestFinished, test } from 'vitest';
import { aMail, openMailbox } from './testing/open-mailbox.ts';

const secret = `whsec_${Buffer.from('a secret for tests').toString('base64')}`;

interface Received {
  id: string;
  type: string;
  to: string[];
  isSigned: boolean;
}

/** A receiver that checks signatures with the real SDK; the first `failures` events are answered 503. */
async function aReceiver(failures = 0) {
  const received: Received[] = [];
  const sdk = new Resend('re_test');
  let left = failures;
  const server = createServer(async (request, response) => {
    let payload = '';
    for await (const chunk of request) payload += String(chunk);
    const header = (name: string) => String(request.headers[`svix-${name}`]);
    const headers = {
      id: header('id'),
      timestamp: header('timestamp'),
      signature: header('signature'),
    };
    const { type, data } = JSON.parse(payload);
    let isSigned = true;
    try {
      sdk.webhooks.verify({ payload, headers, webhookSecret: secret });
    } catch {
      isSigned = false; // recorded below: that is what the tests ask
    }
    received.push({ id: headers.id, type, to: data.to, isSigned });
    response.writeHead(left-- > 0 ? 503 : 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  const url = `http://127.0.0.1:${port}/`;
  const mailbox = await openMailbox({ webhookUrl: url, webhookSecret: secret });
  const types = () => received.map(({ type }) => type);
  return { ...mailbox, received, types };
}

const ending = { timeout: 5_000 };

test.each([
  ['kari@leser.example', ['email.sent', 'email.delivered']],
  ['delivered@resend.dev', ['email.sent', 'email.delivered']],
  ['delivered+etikett@resend.dev', ['email.sent', 'email.delivered']],
  ['bounced@resend.dev', ['email.sent', 'email.bounced']],
  ['Ola <Bounced+7@resend.dev>', ['email.sent', 'email.bounced']],
  ['complained@resend.dev', ['email.sent', 'email.delivered', 'email.complained']],
  ['suppressed@resend.dev', ['email.suppressed']],
  ['bouncedd@resend.dev', ['email.sent', 'email.delivered']],
])('what happens to a mail to %s', async (to, expected) => {
  const { received, resend, types } = await aReceiver();
  const { data } = await resend.emails.send(aMail({ to }));
  await expect.poll(types, ending).toEqual(expected);
  expect(received.every(({ isSigned }) => isSigned)).toBe(true);
  const outcome = expected.at(-1)?.replace('email.', '');
  expect((await resend.emails.get(data?.id ?? '')).data?.last_event).toBe(outcome);
});

test('a suppressed address is accepted, told as suppressed, and gets mail again when released', async () => {
  const { resend, tell, types } = await aReceiver();
  await tell('suppressions', { add: ['Kari <KARI@leser.example>'] });
  expect((await resend.emails.send(aMail())).error).toBeNull();
  await expect.poll(types, ending).toEqual(['email.suppressed']);
  await tell('suppressions', { remove: ['kari@leser.example'] });
  await resend.emails.send(aMail());
  await expect.poll(types, ending).toEqual(['email.suppressed', 'email.sent', 'email.delivered']);
});

test('each recipient of a mail has its own outcome', async () => {
  const { received, resend } = await aReceiver();
  await resend.emails.send(aMail({ to: ['kari@leser.example', 'bounced@resend.dev'] }));
  await expect.poll(() => received.length, ending).toBe(3);
  expect(received.map(({ type, to }) => [type, to])).toEqual([
    ['email.sent', ['kari@leser.example', 'bounced@resend.dev']],
    ['email.delivered', ['kari@leser.example']],
    ['email.bounced', ['bounced@resend.dev']],
  ]);
});

test('duplicates carry the same id', async () => {
  const { office, received, resend } = await aReceiver();
  office.change({ webhookMode: 'duplicate' });
  await resend.emails.send(aMail());
  await expect.poll(() => received.length, ending).toBe(4);
  expect(new Set(received.map(({ id }) => id)).size).toBe(2);
});

test('events can come in the wrong order, and late', async () => {
  const { office, resend, types } = await aReceiver();
  office.change({ webhookMode: 'reverse', webhookDelay: 300 });
  const started = performance.now();
  await resend.emails.send(aMail({ to: 'complained@resend.dev' }));
  await expect.poll(types, ending).toEqual(['email.complained', 'email.delivered', 'email.sent']);
  expect(performance.now() - started).toBeGreaterThanOrEqual(290);
});

test('a wrong secret does not verify', async () => {
  const { office, received, resend } = await aReceiver();
  office.change({ webhookMode: 'wrong-secret' });
  await resend.emails.send(aMail());
  await expect.poll(() => received.length, ending).toBe(2);
  expect(received.map(({ isSigned }) => isSigned)).toEqual([false, false]);
});

test('what was not received comes again, under the same id', async () => {
  const { received, resend } = await aReceiver(1);
  await resend.emails.send(aMail());
  await expect.poll(() => received.length, ending).toBe(3);
  const [failed, , retried] = received;
  expect(retried).toEqual(failed);
});

test('replay tells everything again with the same ids', async () => {
  const first = await aReceiver();
  const sent = await first.resend.emails.send(aMail());
  await first.resend.emails.send(aMail({ to: 'ola@leser.example' }));
  await expect.poll(() => first.received.length, ending).toBe(4);
  await first.tell('webhooks/replay', { ids: [sent.data?.id] });
  await expect.poll(() => first.received.length, ending).toBe(6);
  await first.tell('webhooks/replay', {});
  await expect.poll(() => first.received.length, ending).toBe(10);
  expect(new Set(first.received.map(({ id }) => id)).size).toBe(4);
});

test('a hundred mails are told without a crowd', async () => {
  const { received, resend } = await aReceiver();
  await resend.batch.send(
    Array.from({ length: 100 }, (_, n) => aMail({ to: `leser${n}@leser.example` })),
  );
  await expect.poll(() => received.length, ending).toBe(200);
  expect(new Set(received.map(({ id }) => id)).size).toBe(200);
});
