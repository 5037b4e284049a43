/**
 * Counts requests per name within a window, in memory: a restart forgives, which is fine for a limit
 * that only has to make flooding slow. Names are hashes; nothing personal is held.
 */
export class RequestLimit {
  readonly #most: number;
  readonly #windowMs: number;
  readonly #seen = new Map<string, number[]>();

  constructor({ most, windowSeconds }: { most: number; windowSeconds: number }) {
    this.#most = most;
    this.#windowMs = windowSeconds * 1000;
  }

  /** Counts one more. Returns 0 when it is allowed, else the seconds until the next one is. */
  count(name: string, now = Date.now()): number {
    const recent = (this.#seen.get(name) ?? []).filter((at) => at > now - this.#windowMs);
    const oldest = recent[0];
    if (recent.length >= this.#most && oldest !== undefined) {
      this.#seen.set(name, recent);
      return Math.max(1, Math.ceil((oldest + this.#windowMs - now) / 1000));
    }
    this.#seen.delete(name);
    this.#seen.set(name, [...recent, now]);
    this.#forget();
    return 0;
  }

  /** Takes back the newest count: that request should not count. */
  forgive(name: string): void {
    const recent = this.#seen.get(name);
    if (recent !== undefined) this.#seen.set(name, recent.slice(0, -1));
  }

  /** The names not seen for longest go first, so that memory stays bounded under a flood. */
  #forget(): void {
    if (this.#seen.size <= 10_000) return;
    const [oldest] = this.#seen.keys();
    if (oldest !== undefined) this.#seen.delete(oldest);
  }
}

/** An IPv4 address's /24, an IPv6 address's /64: what one household or office shares. */
export function networkOf(address: string): string {
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0;
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':');
}

/** Of which network a request says it comes; nothing without a proxy. */
export const networkOfRequest = (headers: Headers): string =>
  // why: the last entry is the one our own proxy (or Next) wrote; those before it anyone can invent.
  networkOf((headers.get('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? '');
