import { createHmac } from 'node:crypto';

/** What the limits of one process tell the same limits of others. Names are keyed hashes; nothing personal leaves. */
export interface Told {
  limit: string;
  name: string;
  act: 'seen' | 'forgiven' | 'waits' | 'through' | 'wrong' | 'right';
  /** Of `waits`: for how many seconds. */
  seconds?: number;
}

/** What is kept for limits whose part of the program is not loaded yet, and for whoever takes it to the others. */
const most = 10_000;

/**
 * Joins the limits of several processes: each decides at once, by itself, and hears of the others within a second. So a
 * flood through N doors gets a second's worth more than through one, and nobody waits for a database to log in.
 */
export class LimitBus {
  #secret: string | undefined;
  readonly #limits = new Map<string, (told: Told) => void>();
  #outbox: Told[] = [];
  #heard: Told[] = [];

  /** From now on there are others. */
  start(secret: string): void {
    this.#secret = secret;
  }

  /** The name under which a limit keeps somebody; the same in every process. */
  keyOf(limit: string, name: string): string {
    if (this.#secret === undefined || limit === '') return name;
    return createHmac('sha256', this.#secret)
      .update(`${limit}\n${name}`)
      .digest('base64')
      .slice(0, 22);
  }

  /** A limit that wants to hear what was told, and what was told before it was there. Without a name it hears nothing. */
  register(limit: string, hear: (told: Told) => void): void {
    if (limit === '') return;
    this.#limits.set(limit, hear);
    for (const told of this.#heard) if (told.limit === limit) hear(told);
  }

  tell(told: Told): void {
    if (this.#secret === undefined || told.limit === '') return;
    this.#outbox.push(told);
    if (this.#outbox.length > most) this.#outbox.shift();
  }

  /** What other processes told. */
  hear(all: readonly Told[]): void {
    for (const told of all) {
      const hear = this.#limits.get(told.limit);
      if (hear === undefined) this.#heard.push(told);
      else hear(told);
    }
    this.#heard = this.#heard.slice(-most);
  }

  /** What is to be taken to the others; each is given once. */
  drain(): Told[] {
    const told = this.#outbox;
    this.#outbox = [];
    return told;
  }
}

/** Next bundles routes and instrumentation apart: the limits of a process meet here. */
const shared = globalThis as typeof globalThis & { kundefrontLimits?: LimitBus }; // a key of our own
export const limitBus = (): LimitBus => (shared.kundefrontLimits ??= new LimitBus());
