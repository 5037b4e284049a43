import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AcceptedMail } from '../../../scripts/mailbox/journal.ts';
import { testEnvironment } from '../../testing/start-room.ts';
import { startStubSite, type StubSite } from '../../testing/start-stub-site.ts';
import { isOnMongo } from '../../testing/test-database.ts';
import type { ProviderEvent } from '../webhooks/record-event.ts';
import type { DeliveryRow, MailingRow, SubscriberRow } from '../store/rows.ts';
import {
  crashTemplate,
  type CrashDatabase,
  type CrashTemplate,
} from '../testing/crash-template.ts';
import { printTable } from '../testing/print-table.ts';
import { mailsPerAddress } from '../testing/start-newsroom.ts';
import { startProvider, type Fault, type Provider } from '../testing/start-provider.ts';

/**
 * Kills a real process at each boundary of the sending protocol, starts another one on the same
 * database, and asks the provider who got how many. `npm run test:crash` runs every cell, on both databases.
 */
const readers = 130;
const killPoints = [
  'publishing',
  'published',
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
/** Killed while it hears that a mail came back, of which it never read that it was accepted. */
const webhookPoints = ['webhook', 'webhook-counted'];
const plans: Record<string, Record<number, Fault>> = {
  'no fault': {},
  'reset after accept': { 1: 'reset-after-accept', 2: 'reset-after-accept' },
  '500 after accept': { 1: '500-after-accept', 2: '500-after-accept' },
  // Two batches are on the road: 3 and 4 are their repetitions.
  'refused repetition': {
    1: '500-after-accept',
    2: '500-after-accept',
    3: '422-refused',
    4: '400-refused',
  },
  'truncated answer': { 1: 'truncated-json', 2: 'truncated-json' },
};
const cells = [...killPoints, betweenAcceptAndAnswer, ...webhookPoints].flatMap((point) =>
  Object.keys(plans).map((plan) => [point, plan] as const),
);
const isRepresentative = ([point, plan]: readonly [string, string]) =>
  (plan === 'no fault' &&
    ['publishing', 'freeze-page', 'after-answer', 'webhook'].includes(point)) ||
  (plan === 'no fault' && point === betweenAcceptAndAnswer) ||
  (plan === 'reset after accept' && point === 'before-post') ||
  (plan === 'refused repetition' && point === 'between-batches') ||
  (plan === 'no fault' && point === 'after-confirmation');
const isWhole = process.env['CRASH_MATRIX'] === 'all';
const chosen = isWhole ? cells : cells.filter(isRepresentative);
const held = new Set<string>();

let template: CrashTemplate;
let site: StubSite;
beforeAll(async () => {
  template = await crashTemplate(readers);
  site = await startStubSite();
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
      // The first requests meet the plan's faults; it is the next one that is left without an answer.
      provider.plan({ ...faults, [Object.keys(faults).length + 2]: 'hang-after-accept' });
      const worker = start(provider, database.url);
      await provider.hanging();
      worker.kill('SIGKILL');
      await once(worker, 'exit');
    } else {
      provider.plan(faults);
      const first = webhookPoints.includes(point) ? 'after-answer:2' : point;
      expect(await run(provider, database.url, { killAt: first })).toBe('SIGKILL');
    }
    const bounced = webhookPoints.includes(point) ? bounceOf(provider) : undefined;
    const events = bounced && [bounced];
    if (events)
      expect(await run(provider, database.url, { killAt: point, events })).toBe('SIGKILL');
    await database.passTime();
    expect(await run(provider, database.url, { events })).toBe(0);
    judge(provider, await database.rows('mailings'));
    if (bounced) await expectSuppressed(bounced, database);
    await provider.stop();
    await database.remove();
    held.add([point, plan].join());
  });
});

interface Life {
  killAt?: string;
  events?: ProviderEvent[] | undefined;
}

function start(provider: Provider, databaseUrl: string, { killAt = '', events = [] }: Life = {}) {
  return spawn(process.execPath, [`${import.meta.dirname}/../testing/crash-worker.ts`], {
    env: {
      ...process.env,
      ...testEnvironment,
      DATA_DIR: template.dataDir,
      DATABASE_URL: databaseUrl,
      KILL_AT: killAt,
      DRAFTS: 'publish',
      EVENTS: JSON.stringify(events),
      RESEND_BASE_URL: provider.url,
      SITE_URL: site.url,
      PUBLISHER_URL: site.url,
      CMS_URL: site.cmsUrl,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** How the worker ended: its exit code, or the signal that killed it. */
async function run(provider: Provider, databaseUrl: string, life?: Life): Promise<unknown> {
  const worker = start(provider, databaseUrl, life);
  const [code, signal] = await once(worker, 'exit');
  return signal ?? code;
}

/** The provider's word that the last mail of the mailing so far came back for good. */
function bounceOf(provider: Provider): ProviderEvent {
  const deliveryOf = (mail: AcceptedMail | undefined) =>
    mail?.tags.find(({ name }) => name === 'delivery')?.value;
  const mail = provider.accepted().findLast((each) => deliveryOf(each) !== undefined);
  return {
    id: 'bounce-1',
    type: 'email.bounced',
    at: new Date().toISOString(),
    resendId: mail?.id ?? '',
    deliveryId: deliveryOf(mail) ?? '',
    subscriberId: '',
    isPermanentBounce: true,
  };
}

/** One bounce, counted once, and its owner gets nothing more. */
async function expectSuppressed(event: ProviderEvent, database: CrashDatabase): Promise<void> {
  const idOf = ({ id, _id }: { id?: string; _id?: unknown }) => id ?? String(_id);
  const deliveries = await database.rows<DeliveryRow>('deliveries');
  const bounced = deliveries.filter(({ afterwards }) => afterwards === 'bounced');
  expect(bounced.map(idOf)).toEqual([event.deliveryId]);
  const subscribers = await database.rows<SubscriberRow>('subscribers');
  expect(subscribers.filter(({ state }) => state === 'suppressed')).toHaveLength(1);
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
