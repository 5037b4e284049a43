import { hash, randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import { isEmbedded, readEnvironment } from '../environment.ts';
import { clockSkew, dropLease, takeLease } from './leases.ts';
import { text } from './text.ts';

/** Whoever is not heard of for so long has lost what it held, in ms. */
const lasts = 15_000;
const renewedEvery = 5_000;
/** More than this, in ms, and times that processes compare mean nothing. */
const mostSkew = 30_000;

interface Held {
  /** Of this process, as long as it lives. */
  holder: string;
  /** Until when each right is ours for certain, on this process's own steady clock (`performance.now`). */
  until: Map<string, number>;
  skew: number;
  isLeaving: boolean;
}

/** Next bundles routes and instrumentation apart: the rights of a process hang on it. */
const shared = globalThis as typeof globalThis & { kundefrontRights?: Held }; // a key of our own

/** Whether work is to be shared out: SQLite has one process, which may do everything. */
export const isShared = (): boolean => !isEmbedded(readEnvironment());

/**
 * Takes a right that one process has at a time, or learns that it has it: kept from then on for as long as this process
 * runs and the database answers it. Always true where one process is all. Throws when this machine's clock is wrong.
 */
export async function takeRight(payload: Payload, name: string): Promise<boolean> {
  if (!isShared()) return true;
  const held = await begin(payload);
  if (Math.abs(held.skew) > mostSkew) throw new Error(text.skewed(Math.round(held.skew / 1000)));
  return hasRight(name) || (!held.isLeaving && ask(payload, name, held));
}

/** Whether this process has a right now, or has never had to ask for any; after a pause in which it was not renewed it has not. */
export function hasRight(name: string): boolean {
  const held = shared.kundefrontRights;
  return held === undefined || performance.now() < (held.until.get(name) ?? 0);
}

/** Throws unless every process on this database has the same secrets: links of one would mean nothing to another. */
export async function assertSameSecrets(payload: Payload): Promise<void> {
  if (!isShared()) return;
  const { payloadSecret, publishToken } = readEnvironment();
  const holder = hash('sha256', `${payloadSecret}\n${publishToken}`).slice(0, 16);
  // Held by all who have them; others may come when all of these are gone.
  if (!(await takeLease(payload, 'secrets', { holder, lasts }))) throw new Error(text.otherSecrets);
  renew(payload, () => takeLease(payload, 'secrets', { holder, lasts }));
}

async function begin(payload: Payload): Promise<Held> {
  if (shared.kundefrontRights !== undefined) return shared.kundefrontRights;
  const held: Held = {
    holder: randomUUID(),
    until: new Map(),
    skew: await clockSkew(payload),
    isLeaving: false,
  };
  shared.kundefrontRights = held;
  // Whoever is told to stop gives back what it has; whoever is not, is waited for.
  process.once('SIGTERM', () => void giveBack(payload, held));
  renew(payload, async () => {
    held.skew = await clockSkew(payload);
    // One that was lost meanwhile is asked for by whoever needs it.
    for (const name of held.until.keys()) if (hasRight(name)) await ask(payload, name, held);
  });
  return held;
}

async function giveBack(payload: Payload, held: Held): Promise<void> {
  held.isLeaving = true;
  const { holder, until } = held;
  const names = [...until.keys()];
  until.clear();
  await Promise.allSettled(names.map((name) => dropLease(payload, `right:${name}`, holder)));
}

async function ask(payload: Payload, name: string, held: Held): Promise<boolean> {
  const asked = performance.now();
  const isOurs = await takeLease(payload, `right:${name}`, { holder: held.holder, lasts });
  if (isOurs) held.until.set(name, asked + lasts);
  else held.until.delete(name);
  return isOurs;
}

/** Again and again; what fails is told, and tried again: without an answer the lease runs out by itself. */
function renew(payload: Payload, work: () => Promise<unknown>): void {
  const timer = setInterval(() => {
    work().catch((err: unknown) => {
      payload.logger.warn({ area: 'roles', err }, 'a lease could not be renewed');
    });
  }, renewedEvery);
  timer.unref();
}
