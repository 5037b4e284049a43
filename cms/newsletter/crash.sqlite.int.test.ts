import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql, type SQLiteAdapter } from '@payloadcms/db-sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aPublishedArticle,
  aSubscriber,
  mailsPerAddress,
  manySubscribers,
  startNewsroom,
} from './testing/start-newsroom.ts';
import { startFrontDoor, type FrontDoorDouble } from './testing/start-front-door.ts';
import { startProvider, type Fault, type Provider } from './testing/start-provider.ts';

/**
 * Kills a real process at each boundary of the sending protocol, starts another one on the same
 * database, and asks the provider who got how many. `CRASH_MATRIX=all` runs every cell.
 */
const readers = 130;
const killPoints = [
  'before-mailing',
  'after-mailing',
  'after-front-door',
  'after-letter',
  'freeze-page',
  'before-frozen',
  'after-frozen',
  'before-handled',
  'after-handled',
  'after-claim',
  'before-request-stored',
  'after-request-stored',
  'before-post',
  'after-answer',
  'after-answer:2',
  'after-answer-stored',
  'after-deliveries',
  'between-batches',
  'before-confirmation',
  'after-confirmation',
];
const plans: Record<string, Record<number, Fault>> = {
  'no fault': {},
  'reset after accept': { 1: 'reset-after-accept', 2: 'reset-after-accept' },
  '500 after accept': { 1: '500-after-accept', 2: '500-after-accept' },
  'truncated answer': { 1: 'truncated-json', 2: 'truncated-json' },
};
const cells = killPoints.flatMap((point) =>
  Object.keys(plans).map((plan) => [point, plan] as const),
);
const isRepresentative = ([point, plan]: readonly [string, string]) =>
  (plan === 'no fault' && ['freeze-page', 'after-frozen', 'after-answer'].includes(point)) ||
  (plan === 'reset after accept' && point === 'before-post') ||
  (plan === 'no fault' && point === 'after-confirmation');
const chosen = process.env['CRASH_MATRIX'] === 'all' ? cells : cells.filter(isRepresentative);

let folder: string;
let template: string;
let site: FrontDoorDouble;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundefront-crash-'));
  template = join(folder, 'template.db');
  site = await startFrontDoor();
  const newsroom = await startNewsroom();
  await manySubscribers(newsroom, readers);
  await aSubscriber(newsroom, { state: 'unsubscribed' });
  await aSubscriber(newsroom, {
    email: 'ny@eksempel.no',
    state: 'pending',
    confirmation: 'requested',
    confirmNonce: 'a nonce for tests',
    confirmationNextAt: new Date(0).toISOString(),
    confirmExpiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    requestedAt: new Date().toISOString(),
  });
  const article = await aPublishedArticle(newsroom);
  site.pages.set(`/saker/${article.slug}/`, { revision: article.revision });
  const database = newsroom.payload.db as unknown as SQLiteAdapter; // why: the scratch config says so
  await database.drizzle.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
  await copyFile(newsroom.databaseUrl.replace(/^file:/, ''), template);
  await newsroom.stop();
});
afterAll(async () => {
  await site.stop();
  await rm(folder, { recursive: true });
});

describe('killed and started again, everybody gets exactly one mail', () => {
  test.each(chosen)('at %s, %s', { timeout: 180_000 }, async (point, plan) => {
    const { provider, databaseFile } = await prepare(`${point}-${plan}`);
    provider.plan(plans[plan] ?? {});
    expect(await run(provider, databaseFile, point)).toBe('SIGKILL');
    expect(await run(provider, databaseFile)).toBe(0);
    await judge(provider, databaseFile);
  });

  test('between accept and answer', { timeout: 180_000 }, async () => {
    const { provider, databaseFile } = await prepare('hang');
    provider.plan({ 2: 'hang-after-accept' });
    const worker = start(provider, databaseFile);
    await provider.hanging();
    worker.kill('SIGKILL');
    await once(worker, 'exit');
    expect(await run(provider, databaseFile)).toBe(0);
    await judge(provider, databaseFile);
  });
});

async function prepare(name: string) {
  const databaseFile = join(folder, `${name.replaceAll(/[^a-z0-9]/gi, '-')}.db`);
  await copyFile(template, databaseFile);
  return { provider: await startProvider(), databaseFile };
}

function start(provider: Provider, databaseFile: string, killAt = '') {
  return spawn(
    process.execPath,
    [join(import.meta.dirname, 'testing/crash-worker.ts'), `file:${databaseFile}`],
    {
      env: {
        ...process.env,
        KILL_AT: killAt,
        RESEND_BASE_URL: provider.url,
        SITE_URL: site.url,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}

/** How the worker ended: its exit code, or the signal that killed it. */
async function run(provider: Provider, databaseFile: string, killAt?: string): Promise<unknown> {
  const worker = start(provider, databaseFile, killAt);
  const [code, signal] = await once(worker, 'exit');
  return signal ?? code;
}

async function judge(provider: Provider, databaseFile: string): Promise<void> {
  const counts = mailsPerAddress(provider);
  await provider.stop();
  expect([...counts.values()]).toEqual(Array(readers + 1).fill(1));
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  const mailings = database
    .prepare('SELECT status, candidates, accepted, excluded, failed, uncertain FROM mailings')
    .all();
  database.close();
  expect(mailings.map((row) => ({ ...row }))).toEqual([
    {
      status: 'finished',
      candidates: readers,
      accepted: readers,
      excluded: 0,
      failed: 0,
      uncertain: 0,
    },
  ]);
}
