import { hash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { Entry } from '../journal.ts';
import type { Settings } from '../settings.ts';

const lifetime = 24 * 3_600_000;

interface Remembered {
  at: number;
  bodyHash: string;
  bodyJsonHash: string;
  status: number;
  answer: unknown;
}

export interface KeyedRequest {
  key: string;
  endpoint: string;
  bodyHash: string;
  bodyJsonHash: string;
}

export const hashBody = (body: string) => hash('sha256', body);

/** The same for bodies that differ in white space or the order of keys only. */
export function hashJson(value: unknown): string {
  const sorted = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.map(sorted);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(
      Object.entries(each)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)]),
    );
  };
  return hashBody(JSON.stringify(sorted(value)));
}

/** Which keys were seen, and what was answered: https://resend.com/docs/dashboard/emails/idempotency-keys. */
export class IdempotencyKeys {
  #known = new Map<string, Remembered>();
  #running = new Set<string>();

  /** Forgets what it knows and learns it anew from the journal, oldest first. */
  restore(entries: readonly Entry[], settings: Settings): void {
    this.#known.clear();
    for (const entry of entries) {
      const { idempotencyKey: key, endpoint, status } = entry;
      if (key === null || (status !== 200 && !settings.keepsKeysOfFailedRequests)) continue;
      this.#known.set(nameOf({ key, endpoint }, settings), remembered(entry));
    }
  }

  /**
   * What was answered to the same request before; undefined for a new one, which then holds its key
   * until `end`. Throws 400 for a bad key and both kinds of 409.
   */
  begin(
    request: KeyedRequest,
    settings: Settings,
    now: number,
  ): { status: number; answer: unknown } | undefined {
    const { key } = request;
    if (key.length < 1 || key.length > 256) {
      throw new ApiError(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.');
    }
    const name = nameOf(request, settings);
    if (this.#running.has(name)) throw concurrent();
    const known = this.#known.get(name);
    if (known !== undefined && now - known.at < lifetime) {
      const isSame =
        settings.comparesBodiesAs === 'bytes'
          ? known.bodyHash === request.bodyHash
          : known.bodyJsonHash === request.bodyJsonHash;
      if (isSame) return { status: known.status, answer: known.answer };
      throw new ApiError(
        409,
        'invalid_idempotent_request',
        'Same idempotency key used with a different request payload.',
      );
    }
    this.#running.add(name);
    return undefined;
  }

  /** Gives the key free; `entry` is what was answered, if that is to be replayed. */
  end(request: KeyedRequest, settings: Settings, entry: Entry | undefined): void {
    const name = nameOf(request, settings);
    this.#running.delete(name);
    if (entry !== undefined) this.#known.set(name, remembered(entry));
  }
}

const remembered = ({ at, ...rest }: Entry): Remembered => ({ ...rest, at: Date.parse(at) });

export const concurrent = () =>
  new ApiError(
    409,
    'concurrent_idempotent_requests',
    'Same idempotency key used while original request is still in progress.',
  );

const nameOf = ({ key, endpoint }: { key: string; endpoint: string }, settings: Settings) =>
  settings.sharesKeysBetweenEndpoints ? key : `${endpoint} ${key}`;
