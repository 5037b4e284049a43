import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { symbols } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activeSubscriber, aSubscriber } from './newsletter/testing/start-newsroom.ts';
import { newDelivery, newMailing } from './newsletter/store/new-rows.ts';
import { aResetToken } from './testing/reset-token.ts';
import { listen, stop } from './testing/start-stub-site.ts';
import { startRoom, type Room } from './testing/start-room.ts';
import { expectLogLines } from '../content/testing/expect-log-lines.ts';
import { breakWrites } from './testing/break-writes.ts';
import { sendResetMails } from './users/resets/send-reset-mails.ts';

/** Whose address is in everything that fails here. */
const address = 'Kari.Nordmann+avis@leser.example';
const lines: string[] = [];
let room: Room;
/** Hashes, salts and tokens that are in the database. */
const secrets: string[] = [];

const provider = createServer((request, response) => {
  request.resume();
  const message = `Invalid \`to\` field: ${address} (${encodeURIComponent(address)}) is not an address.`;
  response
    .writeHead(422, { 'content-type': 'application/json' })
    .end(JSON.stringify({ statusCode: 422, name: 'validation_error', message }));
});

beforeAll(async () => {
  room = await startRoom({ environment: { RESEND_BASE_URL: await listen(provider) } });
  // What pino would write to standard output.
  const stream = { write: (line: string) => lines.push(line) };
  Object.assign(room.payload.logger, { [symbols.streamSym]: stream });
});
afterAll(async () => {
  await room.stop();
  await stop(provider);
});

const userNamed = async (role: string) => {
  const found = await room.payload.db.find({
    collection: 'users',
    where: { role: { equals: role } },
  });
  return found.docs[0] as unknown as { id: string; hash: string; salt: string }; // as the table has it
};

test('whatever cannot be written leaves lines without addresses, hashes, tokens and statements', async () => {
  const writer = await userNamed('writer');
  const token = await aResetToken(room, writer.id);
  const subscriber = await aSubscriber(room, {
    email: address,
    confirmTokenHash: 'ab12'.repeat(16),
  });
  const delivery = await aDelivery(subscriber.id);
  secrets.push(writer.hash, writer.salt, token, 'ab12'.repeat(16));

  await room.payload.db.updateOne({
    collection: 'users',
    id: writer.id,
    data: { resetMailDueAt: new Date(0).toISOString() },
  });
  await leavesLines('mail', () => sendResetMails(room.payload));

  const mend = await breakWrites(room.payload, ['subscribers', 'users', 'deliveries']);
  await leavesLines('cms', () =>
    fails('POST', '/newsletter/subscribe', { email: `ny-${address}`, frequency: 'each' }),
  );
  await leavesLines('cms', () =>
    fails('POST', '/users', {
      email: `ny-${address}`,
      password: 'et langt passord',
      name: 'Kari',
      role: 'writer',
    }),
  );
  await leavesLines('cms', () => fails('PATCH', `/users/${writer.id}`, { name: address }));
  await leavesLines('cms', () =>
    fails('POST', '/users/reset-password', { token, password: 'et nytt, langt passord' }),
  );
  await leavesLines('cms', () => bounce(delivery, subscriber.id));
  await mend();
});

test('what the database says itself, given to the log as it came', async () => {
  const row = { ...activeSubscriber(`to-${address}`), _id: 'to', id: 'to' };
  const { client, connection } = room.payload.db as unknown as Databases; // as its adapters have it
  const insert = async () => {
    await client?.execute({
      sql: 'INSERT INTO "users" ("email", "name", "role", "id") VALUES (?, ?, ?, ?)',
      args: [row.email, 'Kari', 'writer', row.id],
    });
    await connection?.collection('users').insertOne({ _id: row.id, email: row.email });
  };
  await insert().catch(() => undefined); // the first one, where it is complete
  const error = await insert().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(String(error)).toMatch(/constraint failed|E11000/);
  await leavesLines('newsletter', () => {
    room.payload.logger.error({ area: 'newsletter', err: error, row });
    room.payload.logger.error(error);
    room.payload.logger.error(`not written: ${inspect(error, { depth: 9 })}`);
    return Promise.resolve();
  });
});

interface Databases {
  client?: { execute: (statement: object) => Promise<unknown> };
  connection?: { collection: (name: string) => { insertOne: (row: object) => Promise<unknown> } };
}

/** Does it, and looks at every line that came of it: there is one of this area at least. */
async function leavesLines(area: string, act: () => Promise<unknown>): Promise<void> {
  lines.length = 0;
  await act();
  expect(lines.every((line) => /^\{.*\}\n$/.test(line))).toBe(true);
  const output = lines.join('');
  for (const secret of secrets) expect(output).not.toContain(secret);
  expect(expectLogLines(output).map((line) => line.area)).toContain(area);
}

async function fails(method: string, path: string, body: unknown): Promise<void> {
  const { status } = await room.ask('admin', method, path, body);
  expect(status).toBeGreaterThanOrEqual(400);
}

async function aDelivery(subscriber: string): Promise<{ id: string; resendId: string }> {
  const mailing = await room.payload.db.create({
    collection: 'mailings',
    data: { ...newMailing, key: 'alert:x', kind: 'alert', requestedAt: new Date().toISOString() },
  });
  const resendId = randomUUID();
  const { id } = await room.payload.db.create({
    collection: 'deliveries',
    data: {
      ...newDelivery,
      ...{ mailing: mailing.id, subscriber, resendId, position: 0, state: 'accepted' },
      ...{ key: 'alert:x:1', slot: 'alert:x:1' },
    },
  });
  return { id: String(id), resendId };
}

/** A webhook with an address in it, signed as Svix signs. */
async function bounce({ id, resendId }: { id: string; resendId: string }, subscriber: string) {
  const [svixId, timestamp] = [randomUUID(), String(Math.floor(Date.now() / 1000))];
  const data = {
    email_id: resendId,
    to: [address],
    tags: { delivery: id, subscriber },
    bounce: { type: 'Permanent' },
  };
  const body = { type: 'email.bounced', created_at: new Date().toISOString(), data };
  const key = Buffer.from((process.env['RESEND_WEBHOOK_SECRET'] ?? '').slice(6), 'base64');
  const signature = createHmac('sha256', key)
    .update(`${svixId}.${timestamp}.${JSON.stringify(body)}`)
    .digest('base64');
  const { status } = await room.fetch('POST', '/webhooks/resend', {
    body,
    headers: {
      'svix-id': svixId,
      'svix-timestamp': timestamp,
      'svix-signature': `v1,${signature}`,
    },
  });
  expect(status).toBe(500);
}
