import { createHmac, randomUUID } from 'node:crypto';
import type { AcceptedMail } from './journal.ts';
import type { Settings } from './settings.ts';
import { bareAddress } from './validate-mail.ts';

interface Event {
  id: string;
  body: string;
}

const retryPauses = [0, 1_000, 5_000, 30_000];

/** Signed events (https://docs.svix.com/receiving/verifying-payloads/how-manual) for what became of a mail. */
export class Webhooks {
  #url: string | undefined;
  #secret: string;
  #timers = new Set<NodeJS.Timeout>();
  readonly sent: Event[] = [];

  constructor(url: string | undefined, secret: string | undefined) {
    this.#url = url;
    this.#secret = secret ?? '';
  }

  /** What the provider would tell of this mail, given who it goes to. */
  announce(mail: AcceptedMail, suppressed: ReadonlySet<string>, settings: Settings): void {
    if (this.#url === undefined || this.#secret === '') return;
    const events = mail.to.flatMap((address) => eventsFor(mail, address, suppressed));
    const list = settings.webhookMode === 'reverse' ? events.reverse() : events;
    for (const event of list) {
      this.sent.push(event);
      const copies = settings.webhookMode === 'duplicate' ? 2 : 1;
      for (let copy = 0; copy < copies; copy++)
        this.#later(event, settings, settings.webhookDelay, 0);
    }
  }

  /** Sends everything again, as the provider's replay button does: same ids. */
  replay(settings: Settings): void {
    for (const event of this.sent) this.#later(event, settings, 0, 0);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #later(event: Event, settings: Settings, pause: number, attempt: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#send(event, settings, attempt);
    }, pause);
    this.#timers.add(timer);
  }

  async #send(event: Event, settings: Settings, attempt: number): Promise<void> {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const secret = settings.webhookMode === 'wrong-secret' ? 'whsec_d3Jvbmc=' : this.#secret;
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    const signature = createHmac('sha256', key)
      .update(`${event.id}.${timestamp}.${event.body}`)
      .digest('base64');
    const isDelivered = await fetch(this.#url ?? '', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'svix-id': event.id,
        'svix-timestamp': timestamp,
        'svix-signature': `v1,${signature}`,
      },
      body: event.body,
      signal: AbortSignal.timeout(15_000),
    }).then(
      (response) => response.ok,
      () => false, // not reached: the same as refused
    );
    const pause = retryPauses[attempt + 1];
    if (!isDelivered && pause !== undefined) this.#later(event, settings, pause, attempt + 1);
  }
}

function eventsFor(mail: AcceptedMail, address: string, suppressed: ReadonlySet<string>): Event[] {
  const bare = bareAddress(address).toLowerCase();
  const outcome = outcomeOf(bare, suppressed);
  const types =
    outcome === 'suppressed' ? ['email.suppressed'] : ['email.sent', `email.${outcome}`];
  return types.map((type) => ({
    id: `msg_${randomUUID().replaceAll('-', '')}`,
    body: JSON.stringify({
      type,
      created_at: mail.at,
      data: {
        email_id: mail.id,
        created_at: mail.at,
        from: mail.from,
        to: [address],
        subject: mail.subject,
        tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
        ...(outcome === 'bounced'
          ? {
              bounce: {
                type: 'Permanent',
                subType: 'General',
                message: 'The recipient does not exist.',
              },
            }
          : {}),
      },
    }),
  }));
}

function outcomeOf(address: string, suppressed: ReadonlySet<string>) {
  if (suppressed.has(address)) return 'suppressed';
  const [local = '', domain] = address.split('@');
  if (domain !== 'resend.dev') return 'delivered';
  if (local.startsWith('bounced')) return 'bounced';
  if (local.startsWith('complained')) return 'complained';
  return local.startsWith('suppressed') ? 'suppressed' : 'delivered';
}
