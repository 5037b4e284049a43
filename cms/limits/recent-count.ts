/**
 * How often each name was seen within a window, in memory, of the latest ten thousand names. Names are hashes; nothing
 * personal is held.
 */
export class RecentCount {
  readonly #windowMs: number;
  readonly #seen = new Map<string, number[]>();

  constructor({ windowSeconds }: { windowSeconds: number }) {
    this.#windowMs = windowSeconds * 1000;
  }

  /** Counts one more; how many that makes within the window. */
  add(name: string, now = Date.now()): number {
    const recent = (this.#seen.get(name) ?? []).filter((at) => at > now - this.#windowMs);
    recent.push(now);
    this.#seen.delete(name);
    this.#seen.set(name, recent);
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > 10_000 && oldest !== undefined) this.#seen.delete(oldest);
    return recent.length;
  }
}
