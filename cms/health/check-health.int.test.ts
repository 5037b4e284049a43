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
let answer: 'ok' | 'hang' | 'not JSON' = 'ok';
const well = { lastError: null, failingSince: null, failed: {} };
let status: object = well;
beforeAll(async () => {
  publisher = createServer((_, response) => {
    if (answer !== 'hang') response.end(answer === 'ok' ? JSON.stringify(status) : '<html>');
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
  status = well;
});

const ask = (who: 'anonymous' | 'publisher') => room.ask(who, 'GET', '/health');
const problems = async (): Promise<string[]> => (await ask('publisher')).body.problems;

test('strangers see whether it works, the operator why not', async () => {
  expect((await problems()).join()).toContain('Avstemmingen har ikke startet');
  const stranger = await ask('anonymous');
  expect([stranger.status, stranger.body]).toEqual([503, { status: 'failing' }]);
  expect(stranger.headers.get('cache-control')).toBe('no-store');
});

test('a publisher that never answers is told of all the same', async () => {
  expect(await problems()).not.toContain(text.noPublisher);
  vi.setSystemTime(Date.now() + 5_000);
  answer = 'hang';
  expect(await problems()).toContain(text.noPublisher);
});

test('a publisher that answers, and says that it fails, does not count as well', async () => {
  const since = (ms: number) => new Date(Date.now() - ms).toISOString();
  status = { lastError: 'disken er full', failingSince: since(61_000), failed: { '/a/': 'x' } };
  const told = await problems();
  expect(told).toContain(text.publisherFails('disken er full'));
  expect(told).toContain(text.pagesFail(1));

  vi.setSystemTime(Date.now() + 5_000);
  status = { ...well, lastError: 'et øyeblikk', failingSince: since(1_000) };
  expect((await problems()).join()).not.toContain('et øyeblikk');

  vi.setSystemTime(Date.now() + 5_000);
  answer = 'not JSON';
  expect(await problems()).toContain(text.noPublisher);
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
