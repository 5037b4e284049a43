import { hash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { Entry } from './journal.ts';
import type { Settings } from './settings.ts';

const lifetime = 24 * 3_600_000;

interface Remembered {
  at: number;
  bodyHash: string;
  bodyJsonHash: string;
  status: number;
  answer: unknown;
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

  restore(entries: readonly Entry[], settings: Settings): void {
    for (const entry of entries) {
      if (entry.idempotencyKey === null) continue;
      this.#known.set(this.#name(entry.idempotencyKey, entry.endpoint, settings), {
        ...{ at: Date.parse(entry.at), bodyHash: entry.bodyHash, bodyJsonHash: entry.bodyJsonHash },
        ...{ status: 200, answer: entry.answer },
      });
    }
  }

  /** What was answered to the same request before; undefined for a new one. Throws both kinds of 409. */
  begin(options: {
    key: string;
    endpoint: string;
    bodyHash: string;
    bodyJsonHash: string;
    now: number;
    settings: Settings;
  }): { status: number; answer: unknown } | undefined {
    const { key, endpoint, now, settings } = options;
    if (key.length < 1 || key.length > 256) {
      throw new ApiError(
        400,
        'invalid_idempotency_key',
        'The idempotency key must be between 1-256 characters.',
      );
    }
    const name = this.#name(key, endpoint, settings);
    if (this.#running.has(name)) {
      throw new ApiError(
        409,
        'concurrent_idempotent_requests',
        'Same idempotency key used while original request is still in progress.',
      );
    }
    const known = this.#known.get(name);
    if (known !== undefined && now - known.at < lifetime) {
      const isSame =
        settings.comparesBodiesAs === 'bytes'
          ? known.bodyHash === options.bodyHash
          : known.bodyJsonHash === options.bodyJsonHash;
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

  end(options: {
    key: string;
    endpoint: string;
    settings: Settings;
    remembered: Remembered | undefined;
  }): void {
    const name = this.#name(options.key, options.endpoint, options.settings);
    this.#running.delete(name);
    if (options.remembered !== undefined) this.#known.set(name, options.remembered);
  }

  clear(): void {
    this.#known.clear();
    this.#running.clear();
  }

  #name(key: string, endpoint: string, settings: Settings): string {
    return settings.sharesKeysBetweenEndpoints ? key : `${endpoint} ${key}`;
  }
}
