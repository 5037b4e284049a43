import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOnMongo } from '../testing/test-database.ts';
import type { MailingRow } from './rows.ts';
import { crashTemplate, type CrashTemplate } from './testing/crash-template.ts';
import { printTable } from './testing/print-table.ts';
import { mailsPerAddress } from './testing/start-newsroom.ts';
import { startFrontDoor, type FrontDoorDouble } from './testing/start-front-door.ts';
import { startProvider, type Fault, type Provider } from './testing/start-provider.ts';

/**
 * Kills a real process at each boundary of the sending protocol, starts another one on the same
 * database, and asks the provider who got how many. `npm run test:crash` runs every cell, on both databases.
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
/** Killed while the provider holds back the answer to what it accepted. */
const betweenAcceptAndAnswer = 'between-accept-and-answer';
const plans: Record<string, Record<number, Fault>> = {
  'no fault': {},
  'reset after accept': { 1: 'reset-after-accept', 2: 'reset-after-accept' },
  '500 after accept': { 1: '500-after-accept', 2: '500-after-accept' },
  'truncated answer': { 1: 'truncated-json', 2: 'truncated-json' },
};
const cells = [...killPoints, betweenAcceptAndAnswer].flatMap((point) =>
  Object.keys(plans).map((plan) => [point, plan] as const),
);
const isRepresentative = ([point, plan]: readonly [string, string]) =>
  (plan === 'no fault' && ['freeze-page', 'after-frozen', 'after-answer'].includes(point)) ||
  (plan === 'no fault' && point === betweenAcceptAndAnswer) ||
  (plan === 'reset after accept' && point === 'before-post') ||
  (plan === 'no fault' && point === 'after-confirmation');
const isWhole = process.env['CRASH_MATRIX'] === 'all';
const chosen = isWhole ? cells : cells.filter(isRepresentative);
const held = new Set<string>();

let template: CrashTemplate;
let site: FrontDoorDouble;
beforeAll(async () => {
  site = await startFrontDoor();
  template = await crashTemplate(readers, site);
});
afterAll(async () => {
  await site.stop();
  await template.remove();
  if (!isWhole) return;
  printTable(
    `Killed, on ${isOnMongo ? 'MongoDB' : 'SQLite'}`,
    Object.keys(plans),
    [...Map.groupBy(cells, ([point]) => point)].map(([point, row]) => [
      point,
      ...row.map((cell) => (held.has(cell.join()) ? 'ok' : 'FAILED')),
    ]),
  );
});

describe('killed and started again, everybody gets exactly one mail', () => {
  test.each(chosen)('at %s, %s', { timeout: 180_000 }, async (point, plan) => {
    const database = await template.copy();
    const provider = await startProvider();
    const faults = plans[plan] ?? {};
    if (point === betweenAcceptAndAnswer) {
      // Requests 1 and 2 meet the plan's fault; it is the next one that is left without an answer.
      provider.plan({ ...faults, [Object.keys(faults).length + 2]: 'hang-after-accept' });
      const worker = start(provider, database.url);
      await provider.hanging();
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    } else {
      provider.plan(faults);
      expect(await run(provider, database.url, point)).toBe('SIGKILL');
    }
    await database.passTime();
    expect(await run(provider, database.url)).toBe(0);
    judge(provider, await database.mailings());
    await provider.stop();
    await database.remove();
    held.add([point, plan].join());
  });
});

function start(provider: Provider, databaseUrl: string, killAt = '') {
  return spawn(process.execPath, [`${import.meta.dirname}/testing/crash-worker.ts`, databaseUrl], {
    env: {
      ...process.env,
      KILL_AT: killAt,
      RESEND_BASE_URL: provider.url,
      SITE_URL: site.url,
      CMS_URL: site.cmsUrl,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** How the worker ended: its exit code, or the signal that killed it. */
async function run(provider: Provider, databaseUrl: string, killAt?: string): Promise<unknown> {
  const worker = start(provider, databaseUrl, killAt);
  const [code, signal] = await once(worker, 'exit');
  return signal ?? code;
}

function judge(provider: Provider, mailings: readonly MailingRow[]): void {
  const counts = mailsPerAddress(provider);
  expect([...counts.values()]).toEqual(Array(readers + 1).fill(1));
  expect(mailings).toMatchObject([
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
