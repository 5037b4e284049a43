import { join } from 'node:path';
import { addressKey } from './api/address.ts';
import { ApiError } from './api/api-error.ts';
import { plannedFor, refuseAsPlanned, spoil } from './faults.ts';
import { hashBody, hashJson, IdempotencyKeys } from './api/idempotency.ts';
import { Journal, type Entry } from './journal.ts';
import { Quota, RateLimit, rateExceeded } from './api/limits.ts';
import { recipientsOf, type AcceptedMail } from './mail.ts';
import { parseJson, readBatch, readOne, type NewMail } from './api/read-submission.ts';
import { changeSettings, defaultSettings, type Fault, type Settings } from './settings.ts';
import { State } from './state.ts';
import { Webhooks } from './webhooks.ts';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Submission {
  endpoint: '/emails' | '/emails/batch';
  authorization: string | undefined;
  idempotencyKey: string | undefined;
  isPermissive: boolean;
  body: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
  /** What the network does to this answer. */
  network?: 'reset' | 'truncate';
}

/** The mail service itself, without HTTP: what is accepted, what is refused, and what is remembered. */
export class PostOffice {
  readonly journal: Journal;
  readonly webhooks: Webhooks;
  faults: Fault[] = [];
  settings: Settings = defaultSettings;
  #state: State;
  #keys = new IdempotencyKeys();
  #rate = new RateLimit();
  #quota = new Quota();
  #requests = 0;
  #apiKey: string | undefined;

  /** `apiKey` undefined: any key that begins with `re_`. Goes on from what the journal holds. */
  constructor(options: {
    dataDir: string;
    apiKey?: string | undefined;
    webhookUrl?: string | undefined;
    webhookSecret?: string | undefined;
  }) {
    this.journal = new Journal(join(options.dataDir, 'mailbox/journal.jsonl'));
    this.#state = new State(join(options.dataDir, 'mailbox/state.json'));
    this.webhooks = new Webhooks(options.webhookUrl, options.webhookSecret);
    this.#apiKey = options.apiKey;
    this.#keys.restore(this.journal.entries, this.settings);
    for (const { at, request, mails } of this.journal.entries) {
      this.#requests = Math.max(this.#requests, request);
      this.#quota.add(at, mails.flatMap(recipientsOf).length);
    }
  }

  now(): number {
    return Date.now() + this.#state.clockOffset;
  }

  moveClock(milliseconds: number): void {
    this.#state.clockOffset += milliseconds;
    this.#state.save();
  }

  /** Changes the settings that are named. Throws a ZodError for one that does not exist. */
  change(changes: unknown): void {
    this.settings = changeSettings(this.settings, changes);
    this.#keys.restore(this.journal.entries, this.settings);
  }

  suppressed(): string[] {
    return [...this.#state.suppressed];
  }

  suppress(addresses: readonly string[]): void {
    for (const address of addresses) this.#state.suppressed.add(addressKey(address));
    this.#state.save();
  }

  release(addresses: readonly string[]): void {
    for (const address of addresses) this.#state.suppressed.delete(addressKey(address));
    this.#state.save();
  }

  /** As on the first day: no mails, no keys, no faults, defaults. */
  reset(): void {
    this.webhooks.forget();
    this.journal.clear();
    this.#quota.clear();
    this.faults = [];
    this.settings = defaultSettings;
    this.#keys.restore([], this.settings);
    this.#requests = 0;
    this.#state.clockOffset = 0;
    this.release(this.suppressed());
  }

  async submit(submission: Submission): Promise<Answer> {
    const request = ++this.#requests;
    const { delay, kind } = plannedFor(this.faults, request);
    if (kind === 'reset-before-accept') {
      await sleep(delay);
      return { status: 0, headers: {}, body: null, network: 'reset' };
    }
    return this.answer(submission.authorization, async () => {
      refuseAsPlanned(kind, this.settings);
      return spoil(await this.#accept(submission, request, delay), kind);
    });
  }

  /** What `work` answers, after key and rate are checked, or the refusal that it or they throw. */
  async answer(
    authorization: string | undefined,
    work: () => Answer | Promise<Answer>,
  ): Promise<Answer> {
    let headers = {};
    try {
      this.#authorise(authorization);
      const rate = this.#rate.count(this.settings, this.now());
      headers = rate.headers;
      if (rate.isExceeded) throw rateExceeded(this.settings.requestsPerSecond);
      const answer = await work();
      return { ...answer, headers: { ...headers, ...answer.headers } };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return {
        status: error.status,
        headers: { ...headers, ...error.headers },
        body: error.body(),
      };
    }
  }

  #authorise(authorization: string | undefined): void {
    const key = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
    if (key === undefined) {
      throw new ApiError(401, 'missing_api_key', 'Missing API key in the authorization header.');
    }
    const isKnown = this.#apiKey === undefined ? key.startsWith('re_') : key === this.#apiKey;
    if (!isKnown) throw new ApiError(403, 'invalid_api_key', 'API key is invalid');
  }

  async #accept(submission: Submission, request: number, delay: number): Promise<Answer> {
    const { endpoint, idempotencyKey: key, body } = submission;
    const { settings } = this;
    const value = parseJson(body);
    const hashes = { bodyHash: hashBody(body), bodyJsonHash: hashJson(value) };
    const keyed = key === undefined ? undefined : { key, endpoint, ...hashes };
    const seen = keyed && this.#keys.begin(keyed, settings, this.now());
    if (seen !== undefined) {
      await sleep(delay);
      return { status: seen.status, headers: {}, body: seen.answer };
    }
    const note = (status: number, answer: unknown, mails: AcceptedMail[]): Entry => {
      const at = new Date(this.now()).toISOString();
      const idempotencyKey = key ?? null;
      return { at, request, endpoint, idempotencyKey, ...hashes, status, answer, mails };
    };
    let entry: Entry | undefined;
    try {
      // The key is held meanwhile: whoever loses patience and tries again meets the 409.
      if (delay > 0) await sleep(delay);
      const { mails, answer } =
        endpoint === '/emails'
          ? readOne(value, settings)
          : readBatch(value, settings, submission.isPermissive);
      const draft = note(200, answer, []);
      const recipients = mails.flatMap(recipientsOf).length;
      this.#quota.check(settings, draft.at, recipients);
      entry = { ...draft, mails: mails.map((mail) => this.#stamp(mail, draft)) };
      this.journal.append(entry);
      this.#quota.add(draft.at, recipients);
      this.webhooks.announce(entry.mails, settings);
      return { status: 200, headers: this.#quota.headers(draft.at), body: answer };
    } catch (error) {
      entry = undefined;
      const isKept = settings.keepsKeysOfFailedRequests && keyed !== undefined;
      if (isKept && error instanceof ApiError && error.status < 429) {
        entry = note(error.status, error.body(), []);
        this.journal.append(entry);
      }
      throw error;
    } finally {
      if (keyed !== undefined) this.#keys.end(keyed, settings, entry);
    }
  }

  #stamp(mail: NewMail, { at, request, idempotencyKey }: Entry): AcceptedMail {
    const suppressedTo = recipientsOf(mail)
      .map(addressKey)
      .filter((address) => this.#state.suppressed.has(address));
    return { ...mail, at, request, idempotencyKey, suppressedTo };
  }
}
