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

/** A request as the door sees it. */
export interface Asked {
  /** A batch, or one mail by itself. */
  isBatch: boolean;
  items: number;
  /** How often its key has been asked before. */
  before: number;
}

/** What the door makes of a request: its answer is lost, spoilt or never comes, or a proxy refuses it with this status. */
export type Disturbance =
  | 'reset-after-accept'
  | '500-after-accept'
  | 'truncated-after-accept'
  | 'hang-after-accept'
  | { status: number; html: boolean };

export interface Provider {
  url: string;
  /** The mails accepted since `forget`: the judge of who got how many. */
  accepted(): AcceptedMail[];
  requests: { key: string; status: number }[];
  /** Faults by number of the request, from 1, counted from here. */
  plan(faults: Record<number, Fault>): void;
  /** Asked of each request before the stand-in sees it; what is planned by number strikes behind it. */
  disturb: (asked: Asked) => Disturbance | undefined;
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
  let hung = new Promise<void>((resolve) => (onHang = resolve));

  const asked = new Map<string, number>();
  const server = createServer((req, res) => void serve(req, res).catch(() => reset(res)));
  const serve = async (req: IncomingMessage, res: ServerResponse) => {
    const number = ++passed;
    const key = String(req.headers['idempotency-key']);
    const before = asked.get(key) ?? 0;
    asked.set(key, before + 1);
    const body = await bodyOf(req);
    const disturbance = provider.disturb(describe(req.url ?? '/', body, before));
    if (typeof disturbance === 'object') {
      requests.push({ key, status: disturbance.status });
      refuse(res, disturbance);
      return;
    }
    const answer = await forward(mailbox, req, { body, strictOnly });
    requests.push({ key, status: answer.status });
    await provider.onAnswer(requests.length);
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (number === hangAt || disturbance === 'hang-after-accept') onHang();
    else if (disturbance === 'reset-after-accept') reset(res);
    else if (disturbance === '500-after-accept') res.writeHead(500).end('{}');
    else if (disturbance === 'truncated-after-accept') {
      res.writeHead(200, { ...headersOf(answer), 'content-length': bytes.length });
      res.write(bytes.subarray(0, bytes.length / 2), () => reset(res));
    } else res.writeHead(answer.status, headersOf(answer)).end(bytes);
  };
  const url = await listen(server);
  const provider: Provider = {
    url,
    requests,
    onAnswer: () => undefined,
    disturb: () => undefined,
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

async function bodyOf(req: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer); // why: no encoding is set on it
  return Buffer.concat(chunks);
}

function describe(path: string, body: Buffer, before: number): Asked {
  const isBatch = path.endsWith('/batch');
  // why: what the product sends in a batch is a list.
  const items = isBatch ? (JSON.parse(body.toString()) as unknown[]).length : 1;
  return { isBatch, items, before };
}

/** As a proxy on the way would, which knows nothing of mails, or as the service itself. */
function refuse(res: ServerResponse, { status, html }: { status: number; html: boolean }): void {
  const body = html
    ? `<html><head><title>${String(status)}</title></head><body>nginx</body></html>`
    : JSON.stringify({ statusCode: status, name: 'validation_error', message: 'Refused.' });
  res.writeHead(status, { 'content-type': html ? 'text/html' : 'application/json' }).end(body);
}

async function forward(
  mailbox: Mailbox,
  req: IncomingMessage,
  { body, strictOnly }: { body: Buffer<ArrayBuffer>; strictOnly: boolean },
) {
  const names = ['authorization', 'content-type', 'idempotency-key', 'x-batch-validation'];
  const headers = new Headers();
  for (const name of names) {
    const value = req.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  if (strictOnly) headers.delete('x-batch-validation');
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
