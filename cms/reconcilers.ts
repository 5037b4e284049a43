import type { Payload } from 'payload';
import { reconcileDepartures } from './reconcile-departures.ts';
import { reconcileNewsletter } from './newsletter/reconcile-newsletter.ts';
import { reconcileReleases } from './delivery-feed/reconcile-releases.ts';
import {
  healScheduledPublishing,
  runScheduledPublishing,
} from './articles/plans/scheduled-publishing.ts';
import { removeUnbegun } from './articles/saves/begun.ts';
import { forgetOldChecks } from './quotes/read-checks.ts';
import { forgetOldLines } from './log/forget-old-lines.ts';
import { endRights } from './media/rights.ts';
import { reconcileMedia } from './media/show-media.ts';
import { sweepFiles } from './media/store/sweep-files.ts';
import { sweepStore } from './media/store/sweep-store.ts';
import { tellOldAddresses } from './users/passwords/old-address.ts';
import { sendResetMails } from './users/resets/send-reset-mails.ts';
import { withoutSecrets } from '../content/log/without-secrets.ts';
import { readEnvironment } from './environment.ts';
import { takeRight } from './roles/rights.ts';
import { stopWhenLocked } from './stop-when-locked.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { text } from './text.ts';

interface Loop {
  name: string;
  /** The part of the house whose work it does. */
  area: string;
  every: number;
  run: (payload: Payload) => Promise<void>;
}

const loops: Loop[] = [
  { name: 'releases', area: 'publish', every: 1_000, run: reconcileReleases },
  { name: 'newsletter', area: 'newsletter', every: 1_000, run: reconcileNewsletter },
  { name: 'reset-mails', area: 'users', every: 1_000, run: sendResetMails },
  { name: 'old-addresses', area: 'users', every: 1_000, run: tellOldAddresses },
  { name: 'departures', area: 'departures', every: 60_000, run: reconcileDepartures },
  { name: 'plans', area: 'articles', every: 5_000, run: runScheduledPublishing },
  { name: 'rights', area: 'media', every: 10_000, run: (payload) => endRights(payload) },
  { name: 'pictures', area: 'media', every: 600_000, run: reconcileMedia },
  {
    name: 'old-files',
    area: 'media',
    every: 3_600_000,
    run: async (payload) => {
      await sweepFiles(payload);
      await sweepStore(payload);
    },
  },
  {
    name: 'empty-drafts',
    area: 'articles',
    every: 3_600_000,
    run: (payload) => removeUnbegun(payload),
  },
  { name: 'quotes', area: 'quotes', every: 3_600_000, run: (payload) => forgetOldChecks(payload) },
  { name: 'log', area: 'log', every: 3_600_000, run: (payload) => forgetOldLines(payload) },
  { name: 'plans-heal', area: 'articles', every: 60_000, run: healScheduledPublishing },
];

/** How often a loop that another process has looks whether that is still there, in ms. */
const takeoverEvery = 2_000;

interface State {
  startedAt: number;
  lastRun: Map<string, { at: number; problem: string | undefined }>;
}

/** Next bundles routes and instrumentation apart: the state they share hangs on the process. */
const shared = globalThis as typeof globalThis & { kundefrontReconcilers?: State }; // a key of our own

/**
 * Starts the loops, once per process. Each compares state and works off what is open; none overlaps itself, nor the same
 * loop of another process.
 */
export function startReconcilers(payload: Payload): void {
  if (shared.kundefrontReconcilers !== undefined) return;
  const state: State = { startedAt: Date.now(), lastRun: new Map() };
  shared.kundefrontReconcilers = state;
  for (const loop of loops) void repeat(loop, payload, state);
}

/** How each loop of this process is; `lag` is since it last ran, beyond what it rests, in s. None where it runs none. */
export function reconcilerStates(
  now = Date.now(),
): { name: string; lag: number; problem: string | undefined }[] {
  const state = shared.kundefrontReconcilers;
  if (state === undefined) return [];
  return loops.map(({ name, every }) => {
    const last = state.lastRun.get(name);
    const since = now - (last?.at ?? state.startedAt);
    return { name, lag: Math.max(0, since - every) / 1000, problem: last?.problem };
  });
}

/** What is wrong, in Norwegian; empty when all is well. */
export function reconcilerHealth(now = Date.now()): string[] {
  const state = shared.kundefrontReconcilers;
  if (readEnvironment().role === 'cms') return []; // a worker's, and told there
  if (state === undefined) return [text.health.notStarted];
  return loops.flatMap(({ name, every }) => {
    const last = state.lastRun.get(name);
    if (last?.problem !== undefined) return [text.health.failing(name, last.problem)];
    const silentFor = now - (last?.at ?? state.startedAt);
    return silentFor > every + 120_000 ? [text.health.silent(name)] : [];
  });
}

async function repeat(loop: Loop, payload: Payload, state: State): Promise<never> {
  for (;;) {
    const { problem, isElsewhere } = await runOnce(loop, payload);
    // Once per change: what goes on failing the same way stands in /api/health, not in a thousand lines.
    if (problem !== undefined && problem !== state.lastRun.get(loop.name)?.problem) {
      payload.logger.error({
        ...{ area: loop.area, msg: 'reconciler failed', reconciler: loop.name, problem },
      });
    }
    state.lastRun.set(loop.name, { at: Date.now(), problem });
    if (isElsewhere) await sleep(takeoverEvery);
    // What failed is tried again soon, however seldom it is done.
    else await sleep(problem === undefined ? loop.every : Math.min(loop.every, 60_000));
  }
}

async function runOnce(
  { name, run }: Loop,
  payload: Payload,
): Promise<{ problem: string | undefined; isElsewhere: boolean }> {
  try {
    const isOurs = await takeRight(payload, name);
    if (isOurs) await run(payload);
    return { problem: undefined, isElsewhere: !isOurs };
  } catch (error) {
    stopWhenLocked(error, payload.logger);
    return { problem: withoutSecrets(describe(error)).slice(0, 300), isElsewhere: false };
  }
}

/** The message with those of its causes. */
const describe = (error: unknown): string =>
  error instanceof Error
    ? [error.message, ...(error.cause === undefined ? [] : [describe(error.cause)])].join(' ← ')
    : String(error);
