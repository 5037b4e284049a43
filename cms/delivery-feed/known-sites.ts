import type { Payload } from 'payload';
import { siteOrigins } from '../../content/settings/environment.ts';
import { readEnvironment } from '../environment.ts';

/** A site that has not asked for so long is no more; in ms. Each asks every two seconds. */
const forgotten = 60_000;
/** So seldom one's row is written anew, and the rows are read; in ms. */
const every = 5_000;
/** Rows of Payload's key-value collection, so that every process knows. */
const prefix = 'site:';

/** Next bundles routes and instrumentation apart: what is known of the sites hangs on the process. */
const shared = globalThis as typeof globalThis & { kundefrontSites?: Sites }; // a key of our own

interface Sites {
  /** When each was last heard of, by its address; in ms. */
  heard: Map<string, number>;
  /** When each one's row was written from here. */
  written: Map<string, number>;
}
const sites = (): Sites => (shared.kundefrontSites ??= { heard: new Map(), written: new Map() });

/** A machine with the site asked for changes, and said where it is reached. */
export async function noteSite(payload: Payload, origin: string, now = Date.now()): Promise<void> {
  const { heard, written } = sites();
  heard.set(origin, now);
  if (now - (written.get(origin) ?? 0) < every) return;
  written.set(origin, now);
  await payload.kv.set(prefix + origin, { at: new Date(now).toISOString() });
}

/** Every address at which a publisher is reached: those of `SITE_INTERNAL_URL`, and those that have reported in. */
export function knownSites(now = Date.now()): string[] {
  const environment = readEnvironment();
  const told = siteOrigins(environment);
  const reported = [...sites().heard].flatMap(([origin, at]) =>
    now - at < forgotten ? origin : [],
  );
  // Where nobody said anything the site is on this machine, unless others say that they are it.
  const isGuess =
    told.length === 1 && told[0] === `http://127.0.0.1:${String(environment.sitePort)}`;
  return [...new Set([...(isGuess && reported.length > 0 ? [] : told), ...reported])];
}

/** Where there are several processes, from now on: what the others heard. */
export function followSites(payload: Payload): void {
  const timer = setInterval(() => {
    readReported(payload).catch((err: unknown) => {
      payload.logger.warn({ area: 'publish', err }, 'who has the site could not be read');
    });
  }, every);
  timer.unref();
}

/** Takes over what other processes heard; rows of those that are gone are removed. */
export async function readReported(payload: Payload, now = Date.now()): Promise<void> {
  for (const key of await payload.kv.keys()) {
    if (!key.startsWith(prefix)) continue;
    const row = await payload.kv.get<{ at?: string }>(key);
    const at = Date.parse(row?.at ?? '');
    const origin = key.slice(prefix.length);
    if (now - at < forgotten)
      sites().heard.set(origin, Math.max(at, sites().heard.get(origin) ?? 0));
    else await payload.kv.delete(key);
  }
}
