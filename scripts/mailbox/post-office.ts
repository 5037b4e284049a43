import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { ApiError } from './api-error.ts';
import { hashBody, hashJson, IdempotencyKeys } from './idempotency.ts';
import { Journal, type AcceptedMail } from './journal.ts';
import { Limits } from './limits.ts';
import { defaultSettings, settingsSchema, type Fault, type Settings } from './settings.ts';
import { bareAddress, validateMail, type Mail } from './validate-mail.ts';
import { Webhooks } from './webhooks.ts';

export interface Submission {
  endpoint: '/emails' | '/emails/batch';
  authorization: string | undefined;
  idempotencyKey: string | undefined;
  validation: 'strict' | 'permissive';
  body: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
  /** What the network does to this answer. */
  fault?: 'reset' | 'truncate';
}

const largestBatch = 100;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The mail service itself, without HTTP: what is accepted, what is refused, and what is remembered. */
export class PostOffice {
  readonly journal: Journal;
  readonly webhooks: Webhooks;
  readonly suppressed = new Set<string>();
  faults: Fault[] = [];
  settings: Settings = defaultSettings;
  #keys = new IdempotencyKeys();
  #limits = new Limits();
  #requests = 0;
  #clockOffset = 0;
  #apiKey: string | undefined;

  constructor(options: {
    dataDir: string;
    apiKey?: string | undefined;
    webhookUrl?: string | undefined;
    webhookSecret?: string | undefined;
  }) {
    this.journal = new Journal(join(options.dataDir, 'mailbox/journal.jsonl'));
    this.webhooks = new Webhooks(options.webhookUrl, options.webhookSecret);
    this.#apiKey = options.apiKey;
    this.#keys.restore(this.journal.entries, this.settings);
  }

  now(): number {
    return Date.now() + this.#clockOffset;
  }

  moveClock(milliseconds: number): void {
    this.#clockOffset += milliseconds;
  }

  /** Changes the settings that are named. Throws a ZodError for one that does not exist. */
  change(settings: unknown): void {
    const named = settingsSchema.partial().parse(settings);
    this.settings = settingsSchema.parse({ ...this.settings, ...named });
    this.#keys.restore(this.journal.entries, this.settings);
  }

  reset(): void {
    this.journal.clear();
    this.#keys.clear();
    this.suppressed.clear();
    this.faults = [];
    this.settings = defaultSettings;
    this.#requests = 0;
    this.#clockOffset = 0;
  }

  async submit(submission: Submission): Promise<Answer> {
    const request = ++this.#requests;
    const fault = this.faults.find((planned) => planned.request === request);
    if (fault?.kind === 'delay') await pause(fault.milliseconds);
    if (fault?.kind === 'reset-before-accept')
      return { status: 0, headers: {}, body: null, fault: 'reset' };
    try {
      this.#authorise(submission.authorization);
      const headers = this.#limits.countRequest(this.settings, this.now());
      refuseAsPlanned(fault);
      const answer = await this.#accept(submission, request, fault);
      return { ...answer, headers: { ...headers, ...answer.headers }, ...spoil(fault) };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { status: error.status, headers: error.headers, body: error.body() };
    }
  }

  #authorise(authorization: string | undefined): void {
    if (authorization === undefined)
      throw new ApiError(
        401,
        'missing_api_key',
        'Missing API key in the authorization header. Include the following header Authorization: Bearer YOUR_API_KEY in the request.',
      );
    const key = authorization.replace(/^Bearer /, '');
    const isKnown = this.#apiKey === undefined ? /^re_\S+$/.test(key) : key === this.#apiKey;
    if (!isKnown) throw new ApiError(403, 'invalid_api_key', 'API key is invalid');
  }

  async #accept(
    submission: Submission,
    request: number,
    fault: Fault | undefined,
  ): Promise<Answer> {
    const { endpoint, idempotencyKey: key, body } = submission;
    const value = parseJson(body);
    const [bodyHash, bodyJsonHash] = [hashBody(body), hashJson(value)];
    const { settings } = this;
    const seen =
      key === undefined
        ? undefined
        : this.#keys.begin({ key, endpoint, bodyHash, bodyJsonHash, now: this.now(), settings });
    if (seen !== undefined) return { status: seen.status, headers: {}, body: seen.answer };

    let remembered: Parameters<IdempotencyKeys['end']>[0]['remembered'];
    try {
      const { mails, answer } = this.#read(submission, value);
      const used = this.journal
        .mails()
        .flatMap(({ at, to, cc, bcc }) => [...to, ...cc, ...bcc].map(() => at));
      const count = mails.reduce(
        (sum, { to, cc, bcc }) => sum + to.length + cc.length + bcc.length,
        0,
      );
      const headers = this.#limits.checkQuota({ settings, used, count, now: this.now() });
      const at = new Date(this.now()).toISOString();
      const accepted: AcceptedMail[] = mails.map((mail) => ({ ...mail, at, request }));
      this.journal.append({
        at,
        request,
        endpoint,
        idempotencyKey: key ?? null,
        bodyHash,
        bodyJsonHash,
        answer,
        mails: accepted,
      });
      for (const mail of accepted) this.webhooks.announce(mail, this.suppressed, settings);
      remembered = { at: this.now(), bodyHash, bodyJsonHash, status: 200, answer };
      // The key is held as long as the request runs: a second one meets the 409.
      if (fault?.kind === 'delay') await pause(fault.milliseconds);
      return { status: 200, headers, body: answer };
    } catch (error) {
      if (error instanceof ApiError && settings.keepsKeysOfFailedRequests && error.status < 429) {
        remembered = {
          at: this.now(),
          bodyHash,
          bodyJsonHash,
          status: error.status,
          answer: error.body(),
        };
      }
      throw error;
    } finally {
      if (key !== undefined) this.#keys.end({ key, endpoint, settings, remembered });
    }
  }

  /** The mails of a request with their ids, and the answer it deserves. */
  #read(
    { endpoint, validation }: Submission,
    value: unknown,
  ): { mails: (Mail & { id: string })[]; answer: unknown } {
    if (endpoint === '/emails') {
      const mail = { ...validateMail(value, { isBatch: false }), id: randomUUID() };
      return { mails: [mail], answer: { id: mail.id } };
    }
    if (!Array.isArray(value) || value.length < 1 || value.length > largestBatch) {
      throw new ApiError(
        422,
        'validation_error',
        `The batch must have 1 to ${largestBatch} emails.`,
      );
    }
    const mails: (Mail & { id: string })[] = [];
    const errors: { index: number; message: string }[] = [];
    for (const [index, item] of value.entries()) {
      try {
        mails.push({ ...validateMail(item, { isBatch: true }), id: randomUUID() });
      } catch (error) {
        if (!(error instanceof ApiError) || validation === 'strict') throw error;
        errors.push({ index, message: error.message });
      }
    }
    const data = mails.map(({ id }) => ({ id }));
    return { mails, answer: validation === 'permissive' ? { data, errors } : { data } };
  }

  suppress(address: string): void {
    this.suppressed.add(bareAddress(address).toLowerCase());
  }
}

export const suppressionSchema = z.object({ add: z.array(z.string()) });

function refuseAsPlanned(fault: Fault | undefined): void {
  switch (fault?.kind) {
    case '500-before-accept':
      throw new ApiError(500, 'internal_server_error', 'An unexpected error occurred.');
    case '429-rate':
      throw new ApiError(429, 'rate_limit_exceeded', 'Too many requests.', { 'retry-after': '1' });
    case '429-quota':
      throw new ApiError(
        429,
        'daily_quota_exceeded',
        'You have reached your daily email sending quota.',
      );
    case '409-concurrent':
      throw new ApiError(
        409,
        'concurrent_idempotent_requests',
        'Same idempotency key used while original request is still in progress.',
      );
    default:
  }
}

/** What happens to the answer of a request that was accepted. */
function spoil(fault: Fault | undefined): Partial<Answer> {
  switch (fault?.kind) {
    case 'reset-after-accept':
      return { fault: 'reset' };
    case 'truncated-json':
      return { fault: 'truncate' };
    case '500-after-accept':
      return new500();
    default:
      return {};
  }
}

const new500 = (): Partial<Answer> => {
  const error = new ApiError(500, 'internal_server_error', 'An unexpected error occurred.');
  return { status: 500, body: error.body() };
};

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ApiError(400, 'validation_error', 'The request body is not valid JSON.');
  }
}
