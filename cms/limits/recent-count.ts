import { limitBus, type LimitBus } from './limit-bus.ts';

/** What every limit is told at its beginning. `id` is its name among the processes; without one it is each one's own. */
export interface Joined {
  id?: string;
  bus?: LimitBus;
}

/** How often each name was seen within a window, in memory, of the latest ten thousand names, by all processes together. */
export class RecentCount {
  readonly windowMs: number;
  readonly #seen = new Map<string, number[]>();
  readonly #id: string;
  readonly #bus: LimitBus;

  constructor({ windowSeconds, id = '', bus = limitBus() }: { windowSeconds: number } & Joined) {
    this.windowMs = windowSeconds * 1000;
    this.#id = id;
    this.#bus = bus;
    bus.register(id, ({ act, name }) => {
      if (act === 'seen') this.#add(name, Date.now());
      if (act === 'forgiven') this.#forgive(name);
    });
  }

  /** When it was seen within the window, in ms, the oldest first. */
  times(name: string, now = Date.now()): readonly number[] {
    return this.#times(this.#bus.keyOf(this.#id, name), now);
  }

  /** Counts one more; how many that makes within the window. */
  add(name: string, now = Date.now()): number {
    const key = this.#bus.keyOf(this.#id, name);
    this.#bus.tell({ limit: this.#id, name: key, act: 'seen' });
    return this.#add(key, now);
  }

  /** Takes back the newest. */
  forgive(name: string): void {
    const key = this.#bus.keyOf(this.#id, name);
    this.#bus.tell({ limit: this.#id, name: key, act: 'forgiven' });
    this.#forgive(key);
  }

  #times(key: string, now: number): readonly number[] {
    const recent = (this.#seen.get(key) ?? []).filter((at) => at > now - this.windowMs);
    if (recent.length > 0) this.#seen.set(key, recent);
    return recent;
  }

  #add(key: string, now: number): number {
    const recent = [...this.#times(key, now), now];
    // Names not seen for longest go first, so that memory stays bounded under a flood.
    this.#seen.delete(key);
    this.#seen.set(key, recent);
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > 10_000 && oldest !== undefined) this.#seen.delete(oldest);
    return recent.length;
  }

  #forgive(key: string): void {
    const recent = this.#seen.get(key);
    if (recent !== undefined) this.#seen.set(key, recent.slice(0, -1));
  }
}
