import { createHmac } from 'node:crypto';
import { log } from './log.ts';
import type { AcceptedMail } from './mail.ts';
import type { Settings } from './settings.ts';
import { eventsFor, type WebhookEvent } from './webhook-events.ts';

/** Milliseconds before the second, third … attempt. */
const retryPauses = [1_000, 5_000, 30_000];
const mostAtOnce = 4;
const patience = 15_000;

interface Job {
  events: WebhookEvent[];
  secret: string;
  attempt: number;
}

/**
 * Tells what became of mails, signed (https://docs.svix.com/receiving/verifying-payloads/how-manual):
 * the events of one mail in order, a few mails at a time, and again later when it was not answered 2xx.
 */
export class Webhooks {
  #url: string | undefined;
  #secret: string;
  #waiting: Job[] = [];
  #working = 0;
  #timers = new Set<NodeJS.Timeout>();
  #stop = new AbortController();

  /** Silent unless both are given. */
  constructor(url: string | undefined, secret: string | undefined) {
    this.#url = url || undefined;
    this.#secret = secret ?? '';
  }

  announce(mails: readonly AcceptedMail[], settings: Settings): void {
    if (this.#url === undefined || this.#secret === '') return;
    const secret = settings.webhookMode === 'wrong-secret' ? 'whsec_d3Jvbmc=' : this.#secret;
    for (const mail of mails) {
      const events = eventsFor(mail);
      if (settings.webhookMode === 'reverse') events.reverse();
      const told =
        settings.webhookMode === 'duplicate' ? events.flatMap((event) => [event, event]) : events;
      this.#later({ events: told, secret, attempt: 0 }, settings.webhookDelay);
    }
  }

  /** Drops what was not yet told. */
  forget(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#waiting = [];
  }

  close(): void {
    this.forget();
    this.#stop.abort();
  }

  #later(job: Job, milliseconds: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#waiting.push(job);
      if (this.#working < mostAtOnce) void this.#work();
    }, milliseconds);
    this.#timers.add(timer);
  }

  async #work(): Promise<void> {
    this.#working++;
    for (let job = this.#waiting.shift(); job !== undefined; job = this.#waiting.shift()) {
      for (const event of job.events) await this.#tell(event, job);
    }
    this.#working--;
  }

  async #tell(event: WebhookEvent, { secret, attempt }: Job): Promise<void> {
    const problem = await this.#post(event, secret);
    if (problem === undefined || this.#stop.signal.aborted) return;
    const pause = retryPauses[attempt];
    if (pause !== undefined) this.#later({ events: [event], secret, attempt: attempt + 1 }, pause);
    else log.error({ msg: 'a webhook was given up', id: event.id, problem });
  }

  /** Undefined when it was received, else why not. */
  async #post(event: WebhookEvent, secret: string): Promise<string | undefined> {
    // Not the stand-in's movable clock: receivers compare this with their own.
    const timestamp = String(Math.floor(Date.now() / 1000));
    try {
      const response = await fetch(this.#url ?? '', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'svix-id': event.id,
          'svix-timestamp': timestamp,
          'svix-signature': `v1,${sign(secret, `${event.id}.${timestamp}.${event.body}`)}`,
        },
        body: event.body,
        redirect: 'manual',
        signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(patience)]),
      });
      await response.body?.cancel();
      return response.ok ? undefined : `status ${response.status}`;
    } catch (error) {
      return String(error); // not reached: the same as refused
    }
  }
}

function sign(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(content).digest('base64');
}
