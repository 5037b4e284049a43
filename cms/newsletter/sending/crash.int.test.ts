import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStubSite } from '../../testing/start-stub-site.ts';
import { isOnMongo } from '../../testing/test-database.ts';
import type { ProviderEvent } from '../webhooks/record-event.ts';
import { crashCells, type Cell } from '../testing/crash-cells.ts';
import { crashJudge, type Evidence } from '../testing/crash-judge.ts';
import { crashTemplate, type CrashTemplate } from '../testing/crash-template.ts';
import { databaseCuts } from '../testing/database-cuts.ts';
import { printTable } from '../testing/print-table.ts';
import { startCutter } from '../testing/start-cutter.ts';
import { startLife, type Life, type LifeOptions } from '../testing/start-life.ts';
import { startProvider } from '../testing/start-provider.ts';

/**
 * Kills a real process at each boundary of the sending protocol, starts another one on the same
 * database, and asks the provider who got how many. `npm run test:crash` runs every cell, on both databases;
 * `CRASH_CELLS=text` those with this in their name.
 */
const readers = 101; // a batch of a hundred, and one of one
const isWhole = process.env['CRASH_MATRIX'] === 'all';
const wanted = process.env['CRASH_CELLS'];
const chosen = crashCells.filter(({ name, isRepresentative }) =>
  wanted === undefined ? isWhole || isRepresentative : name.includes(wanted),
);
const results = new Map<string, string>();

let template: CrashTemplate;
beforeAll(async () => {
  template = await crashTemplate(readers);
});
afterAll(async () => {
  await template.remove();
  if (isWhole) printMatrix();
});

// One after the other they would leave half the machine idle; in `npm test` other files use it.
describe('killed and started again, nobody gets two', { concurrent: isWhole }, () => {
  test.each(chosen)('at $name', { timeout: 180_000 }, async (cell) => {
    const stage = await setStage(cell);
    const events = await killed(stage);
    await stage.database.passTime();
    if (cell.plan.epoch !== undefined) await decided(stage, events);
    else expect(await stage.start({ events }).ended).toBe(0);
    await (cell.decision === 'send' ? crashJudge.oneEach : crashJudge.stopped)(stage);
    if (events?.[0]) await crashJudge.isSuppressed(stage, events[0]);
    if (cell.plan.hasGap) await crashJudge.hasGap(stage);
    if (cell.plan.cut)
      for (const kind of Object.keys(databaseCuts)) expect(stage.told()).toContain(`cut ${kind}`);
    await stage.end();
    results.set(cell.name, 'ok');
  });
});

interface Stage extends Evidence {
  cell: Cell;
  /** Another process on the same database; with the same failures of the database as all before it. */
  start: (options?: LifeOptions) => Life;
  /** What failed of the database in all lives. */
  told: () => Set<string>;
  end: () => Promise<void>;
}

async function setStage(cell: Cell): Promise<Stage> {
  const { cut, hasGap = false, epoch, disturb } = cell.plan;
  const database = await template.copy();
  const [provider, site] = await Promise.all([startProvider(), startStubSite()]);
  provider.disturb = (asked) => cell.refusal?.(asked) ?? disturb?.(asked);
  const cutter = isOnMongo && cut !== undefined ? await startCutter(database.url) : undefined;
  const { dataDir } = template;
  const world = { dataDir, databaseUrl: cutter?.url ?? database.url, provider, site };
  const told = new Set<string>();
  const noteCuts = () => {
    for (const [n, kind] of Object.keys(databaseCuts).entries())
      if ((cutter?.cuts()[n] ?? 0) > 0) told.add(`cut ${kind}`);
    return told;
  };
  const isRough = cut !== undefined || hasGap || epoch !== undefined;
  const isHasty = isRough || disturb !== undefined;
  const isAgain = cell.refusal !== undefined;
  return {
    ...{ cell, database, provider, readers },
    start: (options) => {
      noteCuts();
      const plans = Object.values(databaseCuts).map(({ mongo: of }) => ({
        of,
        write: 1,
        times: 2,
      }));
      if (cut !== undefined) cutter?.cut(...plans.map((plan) => ({ ...plan, when: cut })));
      const failing = { cut, hasGap, isRough, isHasty, isAgain };
      return startLife(world, { ...failing, onTold: (what) => told.add(what), ...options });
    },
    told: noteCuts,
    end: async () => {
      await cutter?.stop();
      await Promise.all([provider.stop(), site.stop()]);
      await database.remove();
    },
  };
}

/** Lives until the process dies at the cell's point. What the provider tells it before, it tells the next one again. */
async function killed(stage: Stage): Promise<ProviderEvent[] | undefined> {
  const { cell, database } = stage;
  const { point, plan } = cell;
  if (plan.epoch === 'while it lives') {
    await outlived(stage);
    return undefined;
  }
  const isHearing = point.startsWith('webhook');
  if (point === 'between-accept-and-answer') await killedUnheard(stage);
  else {
    const killAt = isHearing ? 'after-answer:2' : point === 'stopping' ? 'before-post' : point;
    expect(await stage.start({ killAt }).ended).toBe('SIGKILL');
  }
  const events = isHearing ? [crashJudge.bounceOf(stage)] : undefined;
  if (events) expect(await stage.start({ killAt: point, events }).ended).toBe('SIGKILL');
  if (plan.epoch !== undefined) await database.moveEpoch();
  return events;
}

/** The first requests meet the plan's faults; it is the next one that is left without an answer. */
async function killedUnheard({ cell, provider, start }: Stage): Promise<void> {
  const { disturb } = provider;
  let isHung = false;
  provider.disturb = (asked) => {
    const planned = disturb(asked);
    if (planned !== undefined || isHung || asked.items !== readers - 1) return planned;
    isHung = true;
    return 'hang-after-accept';
  };
  const life = start();
  await provider.hanging();
  life.kill('SIGKILL');
  expect(await life.ended, cell.name).toBe('SIGKILL');
}

/** Held at the cell's point with all that it has claimed; when it lives on, the database belongs to another epoch. */
async function outlived({ cell, database, provider, start }: Stage): Promise<void> {
  const life = start({ killAt: cell.point, isHeld: true, isUntilAsked: true });
  await life.held;
  // What it sent to the database before it was stopped arrives there yet: that much it has begun.
  await sleep(1_000);
  const open = await database.openKeys();
  const before = provider.requests.length;
  await database.moveEpoch();
  // Again and again: it says that it is held a moment before it is.
  const waking = setInterval(() => life.kill('SIGCONT'), 100);
  const ended = await life.ended;
  clearInterval(waking);
  expect(ended).toBe(0);
  expectOnly(provider.requests.slice(before), open);
}

/** Nobody is mailed until a person has decided. */
async function decided(stage: Stage, events: ProviderEvent[] | undefined): Promise<void> {
  const { cell, database, provider, start } = stage;
  const before = provider.requests.length;
  expect(await start({ events, isUntilAsked: true, isAgain: false }).ended).toBe(0);
  expectOnly(provider.requests.slice(before), []);
  // Here everybody may have been told of already, or is told of by the one who lived on, or who heard the webhook.
  const late = [
    ...['after-answer-stored', 'after-deliveries', 'between-batches', 'reopened'],
    ...['webhook', 'webhook-counted'],
  ];
  await crashJudge.asksPerson(stage, { maybeDone: late.includes(cell.point) });
  await database.passTime();
  const { decision } = cell;
  if (cell.point === 'stopping') {
    expect(await start({ decision, killAt: 'stopping' }).ended).toBe('SIGKILL');
    await database.passTime();
  }
  expect(await start({ decision }).ended).toBe(0);
}

/** Confirmations are nobody's claim: their bytes and key follow from the subscriber. */
function expectOnly(requests: readonly { key: string }[], keys: readonly string[]): void {
  const mailed = requests.filter(({ key }) => !key.startsWith('kf/confirm/'));
  expect(mailed.filter(({ key }) => !keys.includes(key))).toEqual([]);
}

function printMatrix(): void {
  const columns = [...new Set(crashCells.map(({ planName }) => planName))];
  const rows = [...Map.groupBy(crashCells, ({ point }) => point)].map(([point, cells]) => [
    point,
    ...columns.map((column) => {
      const cell = cells.find(({ planName }) => planName === column);
      return cell === undefined ? '·' : (results.get(cell.name) ?? 'FAILED');
    }),
  ]);
  printTable(`Killed, on ${isOnMongo ? 'MongoDB' : 'SQLite'}`, columns, rows);
}
