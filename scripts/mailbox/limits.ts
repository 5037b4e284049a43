import { ApiError } from './api-error.ts';
import type { Settings } from './settings.ts';

/** Requests per second and mails per day and month, as the provider counts and reports them. */
export class Limits {
  #window = 0;
  #inWindow = 0;

  /** Counts a request; throws 429 beyond the rate. Returns the headers that every answer carries. */
  countRequest(settings: Settings, now: number): Record<string, string> {
    const second = Math.floor(now / 1000);
    if (second !== this.#window) {
      this.#window = second;
      this.#inWindow = 0;
    }
    this.#inWindow++;
    const limit = settings.requestsPerSecond;
    const headers = {
      'ratelimit-limit': String(limit),
      'ratelimit-policy': `${limit};w=1`,
      'ratelimit-remaining': String(Math.max(0, limit - this.#inWindow)),
      'ratelimit-reset': '1',
    };
    if (this.#inWindow <= limit) return headers;
    throw new ApiError(
      429,
      'rate_limit_exceeded',
      `Too many requests. You can only make ${limit} requests per second. See rate limit response headers for more information. Or contact support to increase rate limit.`,
      { ...headers, 'retry-after': '1' },
    );
  }

  /** Throws 429 when `count` more mails would not fit; `used` are the times of those accepted before. */
  checkQuota(options: {
    settings: Settings;
    used: readonly string[];
    count: number;
    now: number;
  }): Record<string, string> {
    const { settings, used, count, now } = options;
    const day = new Date(now).toISOString().slice(0, 10);
    const today = used.filter((at) => at.startsWith(day)).length;
    const month = used.filter((at) => at.startsWith(day.slice(0, 7))).length;
    const headers = {
      'x-resend-daily-quota': String(today),
      'x-resend-monthly-quota': String(month),
    };
    if (settings.dailyQuota !== null && today + count > settings.dailyQuota) {
      throw new ApiError(
        429,
        'daily_quota_exceeded',
        'You have reached your daily email sending quota.',
        headers,
      );
    }
    if (settings.monthlyQuota !== null && month + count > settings.monthlyQuota) {
      throw new ApiError(
        429,
        'monthly_quota_exceeded',
        'You have reached your monthly email sending quota.',
        headers,
      );
    }
    return headers;
  }
}
