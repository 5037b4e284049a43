import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printMetrics } from '../../content/wire/print-metrics.ts';
import { readMetrics as readPublisher } from '../../site/publisher/read-metrics.ts';
import { create } from '../testing/make-article.ts';
import { startRoom, type Room } from '../testing/start-room.ts';
import { readMetrics } from './read-metrics.ts';

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const lines = async () => (await printMetrics(await readMetrics(room.payload))).split('\n');

test('tells how the newsroom is in few numbers, and nothing of anybody', async () => {
  await create(room, { title: 'Hemmelig tittel' });
  const told = await lines();
  const values = told.filter((line) => line !== '' && !line.startsWith('#'));
  expect(values.length).toBeGreaterThan(40);
  expect(values.length).toBeLessThan(200);
  expect(told.join('\n')).not.toMatch(/Hemmelig|@/);
  expect(values).toEqual(
    expect.arrayContaining([
      'kundefront_up{part="newsletter"} 1',
      'kundefront_mailings{status="paused"} 0',
      'kundefront_batches{state="open"} 0',
      expect.stringMatching(/^kundefront_disk_free_bytes \d/),
      expect.stringMatching(/^process_resident_memory_bytes \d/),
      expect.stringMatching(/^nodejs_eventloop_lag_p99_seconds \d/),
    ]),
  );
});

test('a part that cannot be read is down, and hides no other', async () => {
  const find = room.payload.db.find.bind(room.payload.db);
  room.payload.db.find = ((asked: { collection: string }) =>
    asked.collection === 'receipts'
      ? Promise.reject(new Error('gone'))
      : find(asked as never)) as typeof find; // why: the test's own stand-in
  const told = await lines();
  room.payload.db.find = find;
  expect(told).toContain('kundefront_up{part="releases"} 0');
  expect(told).toContain('kundefront_up{part="newsletter"} 1');
});

test('every alarm rests on a number that is told', async () => {
  const alarms = readFileSync('docs/hosting/alarms.yml', 'utf8');
  const asked = new Set(alarms.match(/(?<=expr: .*)kundefront_\w+/g));
  const sources = ['cms/metrics/read-metrics.ts', 'site/publisher/read-metrics.ts'];
  const names = new Set(
    sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:one\(|name: )\s*'(\w+)'/g)].map(
        ([, name = '']) => `kundefront_${file.startsWith('site') ? 'publisher_' : ''}${name}`,
      ),
    ),
  );
  expect(asked.size).toBeGreaterThan(10);
  expect([...asked].filter((name) => !names.has(name))).toEqual([]);
  const status = { state: 'idle', pages: 2, articles: 1, pending: 0, failed: {} };
  const publisher = await printMetrics(
    readPublisher({
      ...{ ...status, failingSince: null, searchPending: false },
      target: { pending: 3, failingSince: null },
    }),
  );
  expect(publisher).toContain('kundefront_publisher_pages 2');
  expect(publisher).toContain('kundefront_publisher_target_pending 3');
});
