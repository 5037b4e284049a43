import { readEnvironment } from '../environment.ts';
import { limitBus, type LimitBus } from './limit-bus.ts';
import { RecentCount, type Joined } from './recent-count.ts';

/**
 * Counts requests per name within a window, in memory: a restart forgives, which is fine for a limit
 * that only has to make flooding slow.
 */
export class RequestLimit {
  readonly #most: number;
  readonly #recent: RecentCount;

  constructor({ most, ...window }: { most: number; windowSeconds: number } & Joined) {
    this.#most = most;
    this.#recent = new RecentCount(window);
  }

  /** Counts one more. Returns 0 when it is allowed, else the seconds until the next one is. */
  count(name: string, now = Date.now()): number {
    const times = this.#recent.times(name, now);
    const [oldest] = times;
    if (times.length >= this.#most && oldest !== undefined)
      return Math.max(1, Math.ceil((oldest + this.#recent.windowMs - now) / 1000));
    this.#recent.add(name, now);
    return 0;
  }
}

/** Wrong answers that cost nothing: everybody mistypes. */
const free = 5;
/** Tries under way at once, until the first of them are known to be wrong. */
const atOnce = 20;
/** A try that was never heard of again is none after so many milliseconds. */
const forgotten = 10_000;

/**
 * Pauses that grow: after five failures under a name 1, 2, 4 … 60 seconds, each from the last failure, and then one
 * try at a time. Success starts over.
 */
export class GrowingPause {
  readonly #names = new Map<string, { failures: number; at: number; open: number[] }>();
  readonly #id: string;
  readonly #bus: LimitBus;

  constructor({ id = '', bus = limitBus() }: Joined = {}) {
    this.#id = id;
    this.#bus = bus;
    bus.register(id, ({ act, name }) => {
      const known = this.#names.get(name) ?? { failures: 0, at: 0, open: [] };
      const open = known.open;
      if (act === 'wrong') this.#keep(name, { failures: known.failures + 1, at: Date.now(), open });
      if (act === 'right') this.#keep(name, { failures: 0, at: 0, open });
    });
  }

  /** 0 when the try may come, and is then under way until `end`; else the seconds until one may. */
  begin(who: string, now = Date.now()): number {
    const name = this.#bus.keyOf(this.#id, who);
    const { failures, at, open } = this.#names.get(name) ?? { failures: 0, at: 0, open: [] };
    const pause = failures < free ? 0 : Math.min(60, 2 ** (failures - free)) * 1000;
    const wait = Math.max(0, Math.ceil((at + pause - now) / 1000));
    const underWay = open.filter((since) => since > now - forgotten);
    if (wait > 0) return wait;
    if (underWay.length >= (failures < free ? atOnce : 1)) return 1;
    this.#keep(name, { failures, at, open: [...underWay, now] });
    return 0;
  }

  /** `withdrawn`: it was no try at all, and proves nothing. */
  end(who: string, outcome: 'right' | 'wrong' | 'withdrawn', now = Date.now()): void {
    const name = this.#bus.keyOf(this.#id, who);
    const known = this.#names.get(name);
    if (known === undefined) return;
    if (outcome !== 'withdrawn' && (outcome === 'wrong' || known.failures > 0))
      this.#bus.tell({ limit: this.#id, name, act: outcome });
    const open = known.open.slice(1);
    if (outcome === 'withdrawn') this.#names.set(name, { ...known, open });
    else if (outcome === 'wrong')
      this.#names.set(name, { failures: known.failures + 1, at: now, open });
    else if (open.length > 0) this.#names.set(name, { failures: 0, at: 0, open });
    else this.#names.delete(name);
  }

  #keep(name: string, tries: { failures: number; at: number; open: number[] }): void {
    this.#names.delete(name);
    this.#names.set(name, tries);
    const [oldest] = this.#names.keys();
    if (this.#names.size > 10_000 && oldest !== undefined) this.#names.delete(oldest);
  }
}

/** An IPv4 address's /24, an IPv6 address's /64: what one household or office shares. */
export function networkOf(address: string): string {
  // Some proxies write the port behind it: `203.0.113.7:5001`, `[2001:db8::1]:5001`.
  const v4 = /(\d+\.\d+\.\d+)\.\d+(?::\d+)?$/.exec(address)?.[1];
  if (v4 !== undefined) return v4;
  const v6 = /^\[([^\]]*)\]/.exec(address)?.[1] ?? address;
  const [head = '', tail = ''] = v6.split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = v6.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0;
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':');
}

/**
 * Of which network a request comes, by the header that `TRUSTED_PROXY` names. Undefined when nobody whom we believe
 * says so: an unknown address is no network, and no two of them share one.
 */
export function networkOfRequest(headers: Headers): string | undefined {
  const { trustedProxy } = readEnvironment();
  // The last entry is the one our own proxy wrote; those before it anyone can invent.
  const address = trustedProxy && headers.get(trustedProxy)?.split(',').at(-1)?.trim();
  return address ? networkOf(address) : undefined;
}
