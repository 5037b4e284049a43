import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AcceptedMail } from '../../../scripts/mailbox/journal.ts';
import type { Fault as MailboxFault, Settings } from '../../../scripts/mailbox/settings.ts';
import { startMailbox, type Mailbox } from '../../../scripts/mailbox/start-mailbox.ts';
import { listen, stop } from '../../testing/start-stub-site.ts';

/** What goes wrong with a request; `hang-after-accept` accepts it and never answers. */
export type Fault = Exclude<MailboxFault['kind'], 'delay'> | 'hang-after-accept';

export interface Provider {
  url: string;
  /** The mails accepted since `forget`: the judge of who got how many. */
  accepted(): AcceptedMail[];
  requests: { key: string; status: number }[];
  /** Faults by number of the request, from 1, counted from here. */
  plan(faults: Record<number, Fault>): void;
  change(settings: Partial<Settings>): void;
  forget(): void;
  /** Called before each answer with the number of requests so far. */
  onAnswer: (passed: number) => Promise<void> | void;
  /** Resolves when a request hangs, its mails accepted. */
  hanging(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The mail stand-in, in the test's own process, so that it outlives the process under test; before it
 * a door that notes requests, can leave one without an answer, and with `strictOnly` hides from the
 * stand-in that a batch asked to be permissive.
 */
export async function startProvider({ strictOnly = false } = {}): Promise<Provider> {
  const dataDir = await mkdtemp(join(tmpdir(), 'kundefront-mailbox-'));
  const mailbox = await startMailbox({ port: 0, dataDir, apiKey: 're_test' });
  mailbox.office.change({ requestsPerSecond: 100 });
  const requests: Provider['requests'] = [];
  let [passed, forgotten] = [0, 0];
  let hangAt: number | undefined;
  let onHang: () => void = () => undefined;
  let hung = Promise.resolve();

  const server = createServer((req, res) => {
    const number = ++passed;
    forward(mailbox, req, strictOnly).then(
      async (answer) => {
        requests.push({ key: String(req.headers['idempotency-key']), status: answer.status });
        await provider.onAnswer(requests.length);
        const body = await answer.arrayBuffer();
        if (number === hangAt) onHang();
        else res.writeHead(answer.status, headersOf(answer)).end(Buffer.from(body));
      },
      () => reset(res),
    );
  });
  const url = await listen(server);
  const provider: Provider = {
    url,
    requests,
    onAnswer: () => undefined,
    accepted: () => mailbox.office.journal.mails().slice(forgotten),
    change: (settings) => mailbox.office.change(settings),
    plan: (faults) => {
      const planned = Object.entries(faults).map(([n, kind]) => ({
        request: passed + Number(n),
        kind,
      }));
      hangAt = planned.find(({ kind }) => kind === 'hang-after-accept')?.request;
      mailbox.office.faults = planned.flatMap(({ request, kind }) =>
        kind === 'hang-after-accept' ? [] : [{ request, kind, milliseconds: 0 }],
      );
      hung = new Promise((resolve) => (onHang = resolve));
    },
    forget: () => {
      forgotten = mailbox.office.journal.mails().length;
      requests.length = 0;
    },
    hanging: () => hung,
    stop: async () => {
      await stop(server);
      await mailbox.close();
      await rm(dataDir, { recursive: true });
    },
  };
  return provider;
}

async function forward(mailbox: Mailbox, req: IncomingMessage, strictOnly: boolean) {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer); // why: no encoding is set on it
  const names = ['authorization', 'content-type', 'idempotency-key', 'x-batch-validation'];
  const headers = new Headers();
  for (const name of names) {
    const value = req.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  if (strictOnly) headers.delete('x-batch-validation');
  const body = Buffer.concat(chunks);
  return fetch(`${mailbox.url}${req.url ?? '/'}`, { method: 'POST', headers, body });
}

const headersOf = (answer: Response) =>
  Object.fromEntries(
    [...answer.headers].filter(([name]) =>
      /^(ratelimit|retry-after|x-resend|content-type)/.test(name),
    ),
  );

/** The stand-in cut the connection: so does the door. */
function reset(res: ServerResponse): void {
  res.socket?.resetAndDestroy();
}
