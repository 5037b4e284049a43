import { isOfTypingNext } from '../../releases/is-of-typing-next.ts';
import { bookkeeping } from '../../releases/bookkeeping.ts';

/** What a form holds. */
export type FormData = Record<string, unknown>;

/**
 * How a try to save ended: `away` is no answer, or one that will pass; `refused` (others have saved), `invalid` (something
 * is to be mended) and `gone` are for its writer to deal with. `unreleased`: it was to be published, and may not be; that
 * keeps no draft from being saved.
 */
export type SaveOutcome =
  'saved' | 'away' | 'logged-out' | 'refused' | 'invalid' | 'gone' | 'unreleased';

export type KeeperState =
  | { is: 'saved' }
  /** `since` is when the oldest of it was typed, in ms; `why` is null while the first save may be under way. */
  | { is: 'unsaved'; since: number; why: Exclude<SaveOutcome, 'saved'> | null };

interface Parts {
  /** What the server has, when the form is opened. */
  saved: FormData;
  save: (data: FormData) => Promise<SaveOutcome>;
  /** Keeps what is not saved where a crash does not reach it; null when there is nothing. */
  keep: (unsaved: { data: FormData; since: number } | null) => void;
  tell: (state: KeeperState) => void;
  now?: () => number;
}

/** The form saves by itself within two seconds; after this long it has not. In ms. */
const patience = 6_000;
/** A request that is not answered for so long is given up; saving twice is no harm. In ms. */
const longest = 20_000;
const longestPause = 30_000;

/**
 * Looks after what is typed and not saved yet. The form saves by itself; when that fails, or goes silent, this tries
 * again until it works. State is compared: it knows what was saved by what the server took.
 */
export class SaveKeeper {
  readonly #parts: Parts;
  readonly #now: () => number;
  #saved: string;
  #data: FormData;
  #since: number | null = null;
  #why: Exclude<SaveOutcome, 'saved'> | null = null;
  #askedAt: number | null = null;
  #tries = 0;
  #nextTry = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#data = parts.saved;
    this.#saved = textOf(parts.saved);
  }

  /** The form holds this now; what nobody wrote (`isModified`) came from the server. */
  changed(data: FormData, isModified = true): void {
    this.#data = data;
    // While it is being saved, and after that failed, the form says of nothing that somebody wrote it.
    const isFromServer = !isModified && this.#askedAt === null && this.#why === null;
    if (isFromServer) this.#saved = textOf(data);
    if (textOf(data) === this.#saved) return this.#settle();
    this.#since ??= this.#now();
    this.#parts.keep({ data, since: this.#since });
    this.#tell();
  }

  /** A save was begun, whoever began it. */
  began(): void {
    this.#askedAt = this.#now();
  }

  /** What became of it. */
  ended(data: FormData, outcome: SaveOutcome): void {
    this.#askedAt = null;
    if (outcome !== 'saved') {
      this.#why = outcome;
      return this.#tell();
    }
    this.#saved = textOf(data);
    this.#why = null;
    this.#tries = 0;
    this.#nextTry = 0;
    // What was typed while it was under way is younger than it.
    if (this.#since !== null) this.#since = this.#now();
    this.changed(this.#data);
  }

  /** To be called now and then: tries again when it is time. */
  async tick(): Promise<void> {
    const now = this.#now();
    const isBusy = this.#askedAt !== null && now - this.#askedAt < longest;
    if (this.#since === null || isBusy || this.#isForItsWriter) return;
    if (now - this.#since < patience || now < this.#nextTry) return;
    this.#nextTry = now + Math.min(longestPause, 3_000 * 2 ** this.#tries);
    this.#tries += 1;
    const data = this.#data;
    this.began();
    this.ended(data, await this.#parts.save(data));
  }

  /** The net is back, or somebody logged in again: there is nothing to wait for. */
  hurry(): Promise<void> {
    this.#nextTry = 0;
    this.#tries = 0;
    return this.tick();
  }

  /** Saves what is not saved, at once, unless its writer has to deal with it first: the article is left. */
  async flush(): Promise<void> {
    if (this.#since === null || this.#isForItsWriter) return;
    const data = this.#data;
    this.began();
    this.ended(data, await this.#parts.save(data));
  }

  get #isForItsWriter(): boolean {
    return this.#why === 'refused' || this.#why === 'invalid' || this.#why === 'gone';
  }

  get isUnsaved(): boolean {
    return this.#since !== null;
  }

  #settle(): void {
    this.#since = null;
    this.#why = null;
    this.#parts.keep(null);
    this.#tell();
  }

  #tell(): void {
    this.#parts.tell(
      this.#since === null
        ? { is: 'saved' }
        : { is: 'unsaved', since: this.#since, why: this.#why },
    );
  }
}

/** Whether two states of a form hold the same, apart from what a save itself writes. */
export const isSameForm = (a: FormData, b: FormData): boolean => textOf(a) === textOf(b);

function textOf(data: FormData): string {
  const written = Object.entries(data).filter(
    ([name, value]) => !bookkeeping.includes(name) && name !== '_status' && value !== undefined,
  );
  return JSON.stringify(
    written.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    (name, value: unknown) => (isOfTypingNext(name) ? undefined : value),
  );
}
