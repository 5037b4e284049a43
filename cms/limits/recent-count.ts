/**
 * How often each name was seen within a window, in memory, of the latest ten thousand names. Names are hashes; nothing
 * personal is held.
 */
export class RecentCount {
  readonly windowMs: number;
  readonly #seen = new Map<string, number[]>();

  constructor({ windowSeconds }: { windowSeconds: number }) {
    this.windowMs = windowSeconds * 1000;
  }

  /** When it was seen within the window, in ms, the oldest first. */
  times(name: string, now = Date.now()): readonly number[] {
    const recent = (this.#seen.get(name) ?? []).filter((at) => at > now - this.windowMs);
    if (recent.length > 0) this.#seen.set(name, recent);
    return recent;
  }

  /** Counts one more; how many that makes within the window. */
  add(name: string, now = Date.now()): number {
    const recent = [...this.times(name, now), now];
    // Names not seen for longest go first, so that memory stays bounded under a flood.
    this.#seen.delete(name);
    this.#seen.set(name, recent);
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > 10_000 && oldest !== undefined) this.#seen.delete(oldest);
    return recent.length;
  }

  /** Takes back the newest. */
  forgive(name: string): void {
    const recent = this.#seen.get(name);
    if (recent !== undefined) this.#seen.set(name, recent.slice(0, -1));
  }
}
