import { limitBus, type LimitBus } from './limit-bus.ts';
import { RecentCount, type Joined } from './recent-count.ts';

/**
 * Pauses for a crowd that shares something, such as a network: what it does beyond `free` within the window waits 1, 2,
 * 4 … `longest` seconds. Each member waits for herself, and whoever waited is let through, whatever the others do
 * meanwhile: one who floods slows the others down, and keeps nobody out. In memory, like the limits.
 */
export class CrowdPause {
  readonly #free: number;
  readonly #longest: number;
  readonly #recent: RecentCount;
  /** From when on a member that was told to wait may come. */
  readonly #waiting = new Map<string, number>();
  readonly #id: string;
  readonly #bus: LimitBus;

  constructor({ id, bus = limitBus(), ...limits }: Limits) {
    this.#free = limits.free;
    this.#longest = limits.longest;
    this.#recent = new RecentCount({ ...limits, bus, ...(id && { id }) });
    this.#id = id === undefined ? '' : `${id}-waits`;
    this.#bus = bus;
    bus.register(this.#id, ({ act, name, seconds = 0 }) => {
      if (act === 'waits') this.#wait(name, Date.now() + seconds * 1000);
      if (act === 'through') this.#waiting.delete(name);
    });
  }

  /** Counts one more, at once, so that many at the same time see each other. 0 when it may come, else in how many seconds. */
  begin(crowd: string, member: string, now = Date.now()): number {
    const name = this.#bus.keyOf(this.#id, `${crowd} ${member}`);
    const from = this.#waiting.get(name);
    if (from !== undefined && from > now) return Math.ceil((from - now) / 1000);
    this.#waiting.delete(name);
    if (from !== undefined) this.#bus.tell({ limit: this.#id, name, act: 'through' });
    // Who waited was counted when she was told to. A wait that is older than the window is none.
    if (from !== undefined && from > now - this.#recent.windowMs) return 0;
    const beyond = this.#recent.add(crowd, now) - this.#free;
    if (beyond <= 0) return 0;
    const pause = Math.min(this.#longest, 2 ** (beyond - 1));
    this.#bus.tell({ limit: this.#id, name, act: 'waits', seconds: pause });
    this.#wait(name, now + pause * 1000);
    return pause;
  }

  /** Takes back the newest count of a crowd. */
  forgive(crowd: string): void {
    this.#recent.forgive(crowd);
  }

  #wait(name: string, until: number): void {
    this.#waiting.set(name, until);
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size > 10_000 && oldest !== undefined) this.#waiting.delete(oldest);
  }
}

type Limits = { free: number; windowSeconds: number; longest: number } & Joined;
