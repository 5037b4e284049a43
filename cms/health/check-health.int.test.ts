import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { newMailing } from '../newsletter/store/new-rows.ts';
import { create } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { text } from './text.ts';

let room: Room;
let publisher: Server;
/** How the publisher answers; a hanging one never does. */
let answer: 'ok' | 'hang' = 'ok';
beforeAll(async () => {
  publisher = createServer((_, response) => {
    if (answer === 'ok') response.end('{}');
  });
  await new Promise<void>((resolve) => publisher.listen(0, '127.0.0.1', resolve));
  const { port } = publisher.address() as AddressInfo; // a TCP server's address is never a string
  room = await startRoom({ environment: { PUBLISHER_URL: `http://127.0.0.1:${port}` } });
});
afterAll(async () => {
  publisher.closeAllConnections();
  publisher.close();
  await room.stop();
});
beforeEach(async () => {
  vi.setSystemTime(Date.now() + 5_000); // an answer stands for a second
  answer = 'ok';
});

const ask = (who: 'anonymous' | 'publisher') => room.ask(who, 'GET', '/health');
const problems = async (): Promise<string[]> => (await ask('publisher')).body.problems;

test('strangers see whether it works, the operator why not', async () => {
  expect((await problems()).join()).toContain('Avstemmingen har ikke startet');
  const stranger = await ask('anonymous');
  expect([stranger.status, stranger.body]).toEqual([503, { status: 'failing' }]);
  expect(stranger.headers.get('cache-control')).toBe('no-store');
});

test('a publisher that hangs is told of within two seconds', async () => {
  expect(await problems()).not.toContain(text.noPublisher);
  vi.setSystemTime(Date.now() + 5_000);
  answer = 'hang';
  const started = performance.now();
  expect(await problems()).toContain(text.noPublisher);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('a database that cannot be written to does not count as well', async () => {
  const set = vi.spyOn(room.payload.kv, 'set').mockRejectedValue(new Error('disk is full'));
  try {
    expect(await problems()).toContain(text.noDatabase);
  } finally {
    set.mockRestore();
  }
});

test('a mailing that the provider paused, and a plan that is late, are told of', async () => {
  await room.payload.db.create({
    collection: 'mailings',
    data: {
      ...newMailing,
      ...{ key: 'alert:x', kind: 'alert', subject: 'Køen', requestedAt: new Date().toISOString() },
      ...{ status: 'paused', pauseReason: 'kvoten er brukt opp', uncertain: 2 },
    },
  });
  const { id } = await create(room, { _status: 'published' });
  const { docs } = await room.payload.find({
    collection: 'users',
    where: { role: { equals: 'editor' } },
  });
  await room.payload.jobs.queue({
    task: 'schedulePublish',
    input: {
      type: 'unpublish',
      doc: { relationTo: 'articles', value: id },
      user: { relationTo: 'users', value: docs[0]?.id ?? '' },
    },
    waitUntil: new Date(Date.now() - 10 * 60_000),
  });
  const { body } = await ask('publisher');
  expect(body.problems).toContain(text.mailPaused('Køen', 'kvoten er brukt opp'));
  expect(body.problems).toContain(text.plansOverdue(1));
  expect(body.warnings).toContain(text.uncertain(2));
});
