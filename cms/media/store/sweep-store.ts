import type { Payload } from 'payload';
import { parseDuration } from '../../../content/settings/duration.ts';
import { readEnvironment } from '../../environment.ts';
import { findStore } from './media-store.ts';
import { findUnnamed, groupByRow } from './unnamed-files.ts';

const day = 86_400_000;
const shortestGrace = 30 * day;
/** So large a part of all is never deleted before somebody has looked, and so few always may. */
const most = { share: 0.05, anyway: 3 };
/** Since when which are unused, in one row: `{ "bilde-0a1b2c3d.jpg": "2026-11-30T…Z" }`. */
const key = 'unused-media';

export interface Swept {
  /** Of these rows' files were deleted. */
  deleted: number;
  /** More than may be deleted unasked wait for somebody. */
  asks: { due: number; all: number } | undefined;
}

/**
 * Deletes from the store what no row has named for 30 days, or for as long as backups are kept, whichever is longer: a
 * database that comes back from one of them finds its pictures. `isAsked` when a person said that it may be many.
 */
export async function sweepStore(
  payload: Payload,
  { now = Date.now(), isAsked = false }: { now?: number; isAsked?: boolean } = {},
): Promise<Swept> {
  const store = await findStore(payload);
  if (store === undefined) return { deleted: 0, asks: undefined };
  const names: string[] = [];
  for await (const { name } of store.list()) names.push(name);
  const groups = groupByRow(names);
  const known = (await payload.kv.get<Record<string, string>>(key)) ?? {};
  const unused = new Map(
    (await findUnnamed(payload, [...groups.keys()])).map((row) => [
      row,
      known[row] ?? new Date(now).toISOString(),
    ]),
  );
  const due = [...unused].filter(([, since]) => now - Date.parse(since) > grace());
  const isMany = due.length > Math.max(most.anyway, most.share * groups.size);
  const asks = isMany && !isAsked ? { due: due.length, all: groups.size } : undefined;
  for (const [row] of asks ? [] : due) {
    for (const name of groups.get(row) ?? []) await store.delete(name);
    unused.delete(row);
  }
  await payload.kv.set(key, Object.fromEntries(unused));
  await payload.kv.set(askedKey, { asks: asks ?? null });
  return { deleted: asks ? 0 : due.length, asks };
}

/** The store's files of a row that is about to go are due at once: the next sweep deletes them if whoever asked was killed. */
export async function dueAtOnce(payload: Payload, row: string): Promise<void> {
  if (readEnvironment().mediaStore === undefined) return;
  const known = (await payload.kv.get<Record<string, string>>(key)) ?? {};
  await payload.kv.set(key, { ...known, [row]: new Date(0).toISOString() });
}

const askedKey = 'unused-media-asks';

/** What the last sweep asks somebody. */
export async function findAsked(payload: Payload): Promise<Swept['asks']> {
  const found = await payload.kv.get<{ asks: Swept['asks'] | null }>(askedKey);
  return found?.asks ?? undefined;
}

/** How long backups may still need what no row names, in ms. */
function grace(): number {
  const { backupEvery, backupKeep } = readEnvironment();
  const every = backupEvery === undefined ? undefined : parseDuration(backupEvery);
  return Math.max(shortestGrace, (every ?? 0) * backupKeep);
}
