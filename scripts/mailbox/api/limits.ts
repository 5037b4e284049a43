import { ApiError } from './api-error.ts';
import type { Settings } from '../settings.ts';

/** Requests per second of the whole team, in fixed windows, as the provider counts and reports them. */
export class RateLimit {
  #window = 0;
  #inWindow = 0;

  /** Counts a request: the headers that every answer carries, and whether it is one too many. */
  count(settings: Settings, now: number): { headers: Record<string, string>; isExceeded: boolean } {
    const second = Math.floor(now / 1000);
    if (second !== this.#window) {
      this.#window = second;
      this.#inWindow = 0;
    }
    this.#inWindow++;
    const { requestsPerSecond: limit } = settings;
    const headers = rateHeaders(limit, Math.max(0, limit - this.#inWindow));
    return { headers, isExceeded: this.#inWindow > limit };
  }
}

const rateHeaders = (limit: number, remaining: number) => ({
  'ratelimit-limit': String(limit),
  'ratelimit-policy': `${limit};w=1`,
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': '1',
});

export const rateExceeded = (limit: number) =>
  new ApiError(
    429,
    'rate_limit_exceeded',
    `Too many requests. You can only make ${limit} requests per second. See rate limit response headers for more information. Or contact support to increase rate limit.`,
    { ...rateHeaders(limit, 0), 'retry-after': '1' },
  );

/** Recipients per UTC day and month; each to, cc and bcc counts. */
export class Quota {
  #used = new Map<string, number>();

  add(at: string, recipients: number): void {
    for (const period of [at.slice(0, 10), at.slice(0, 7)]) {
      this.#used.set(period, (this.#used.get(period) ?? 0) + recipients);
    }
  }

  clear(): void {
    this.#used.clear();
  }

  /** Throws 429 when `recipients` more would not fit. */
  check({ dailyQuota, monthlyQuota }: Settings, at: string, recipients: number): void {
    const [day, month] = this.#at(at);
    if (dailyQuota !== null && day + recipients > dailyQuota) {
      throw quotaExceeded('daily', this.headers(at));
    }
    if (monthlyQuota !== null && month + recipients > monthlyQuota) {
      throw quotaExceeded('monthly', this.headers(at));
    }
  }

  /** How much is used, not how much is left: that is what the provider tells. */
  headers(at: string): Record<string, string> {
    const [day, month] = this.#at(at);
    return { 'x-resend-daily-quota': String(day), 'x-resend-monthly-quota': String(month) };
  }

  #at(at: string): [number, number] {
    return [this.#used.get(at.slice(0, 10)) ?? 0, this.#used.get(at.slice(0, 7)) ?? 0];
  }
}

export const quotaExceeded = (period: 'daily' | 'monthly', headers: Record<string, string> = {}) =>
  new ApiError(
    429,
    `${period}_quota_exceeded`,
    `You have reached your ${period} email sending quota.`,
    headers,
  );
