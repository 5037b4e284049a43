/**
 * Keeps requests to the provider within the rate it announces. Until an answer has told the rate, one
 * request is under way at a time. Requests count from their start, with a margin for the road.
 */
export class Pace {
  #limit: number | undefined;
  #windowMs = 1000;
  #starts: number[] = [];
  #blockedUntil = 0;
  #queue: Promise<void> = Promise.resolve();
  #inFlight = 0;
  #marginMs = 30;

  /** Resolves when the next request may start. Call `done` with the answer's headers, whatever it was. */
  turn(): Promise<void> {
    const mine = this.#queue.then(() => this.#wait());
    this.#queue = mine;
    return mine;
  }

  done(headers: Record<string, string>): void {
    this.#inFlight -= 1;
    // The first requests also open the connection: the provider counts them later than we do.
    if (this.#limit === undefined) this.#starts = [...this.#starts.slice(0, -1), Date.now()];
    const limit = Number(headers['ratelimit-limit']);
    if (Number.isInteger(limit) && limit > 0) this.#limit = limit;
    const window = /w=(\d+)/.exec(headers['ratelimit-policy'] ?? '')?.[1];
    if (window !== undefined) this.#windowMs = Math.max(1, Number(window)) * 1000;
  }

  /** Nobody starts for so long; for 429 answers. Whoever hits one keeps a little more distance. */
  block(seconds: number): void {
    this.#marginMs = Math.min(250, this.#marginMs + 30);
    this.#blockedUntil = Math.max(this.#blockedUntil, Date.now() + seconds * 1000);
  }

  async #wait(): Promise<void> {
    for (let delay = this.#delay(); delay > 0; delay = this.#delay()) {
      await new Promise((resolve) => setTimeout(resolve, delay)); // the timer that tests can set
    }
    this.#inFlight += 1;
    this.#starts.push(Date.now());
    this.#starts = this.#starts.slice(-1000);
  }

  #delay(): number {
    const now = Date.now();
    const blocked = this.#blockedUntil - now;
    if (this.#limit === undefined) return this.#inFlight > 0 ? Math.max(20, blocked) : blocked;
    const earlier = this.#starts.at(-this.#limit);
    const full = earlier === undefined ? 0 : earlier + this.#windowMs + this.#marginMs - now;
    return Math.max(blocked, full);
  }
}

/** Next bundles routes and reconcilers apart: what they must share hangs on the process. */
const shared = globalThis as typeof globalThis & { kundefrontMailPace?: Pace }; // a key of our own

/** The provider counts per team, so all mail of this process shares one pace. */
export const pace = (shared.kundefrontMailPace ??= new Pace());
