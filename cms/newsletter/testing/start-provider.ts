import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with the n-th request (from 1) after the plan was made. */
export type Fault =
  | 'reset-before'
  | 'reset-after'
  | '500-before'
  | '500-after'
  | 'truncated'
  | '429-rate'
  | '429-quota'
  | '403'
  | '409-concurrent'
  | 'hang-after';

export interface AcceptedMail {
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  resendId: string;
}

export interface Provider {
  url: string;
  accepted: AcceptedMail[];
  requests: { key: string; status: number; path: string }[];
  plan(faults: Record<number, Fault>): void;
  /** Resolves when a request is held open by `hang-after`, its mail accepted. */
  hanging(): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  /** Requests per second; announced and enforced. */
  rate?: number;
  /** Refuses the whole batch for one bad address, whatever the request asks for. */
  strictOnly?: boolean;
}

/**
 * The provider as a test double inside the test's own process, so that its memory of what it accepted
 * survives the death of the process under test. Bad addresses are those that contain `bad`.
 */
export async function startProvider(options: Options = {}): Promise<Provider> {
  const { rate = 100, strictOnly = false } = options;
  const keys = new Map<string, { body: string; answer: string }>();
  const provider = { accepted: [] as AcceptedMail[], requests: [] as Provider['requests'] };
  let faults: Record<number, Fault> = {};
  let count = 0;
  let starts: number[] = [];
  let onHang: () => void = () => undefined;
  let hung = new Promise<void>((resolve) => (onHang = resolve));

  const handle = (req: IncomingMessage, res: ServerResponse, body: string) => {
    const key = String(req.headers['idempotency-key'] ?? '');
    const now = Date.now();
    starts = starts.filter((at) => at > now - 1000);
    const headers = { 'ratelimit-limit': String(rate), 'ratelimit-policy': `${String(rate)};w=1` };
    const send = (status: number, answer: string, more: Record<string, string> = {}) => {
      provider.requests.push({ key, status, path: req.url ?? '' });
      res
        .writeHead(status, { 'content-type': 'application/json', ...headers, ...more })
        .end(answer);
    };
    const refuse = (status: number, name: string, message = name) =>
      send(
        status,
        JSON.stringify({ statusCode: status, name, message }),
        status === 429 ? { 'retry-after': '1' } : {},
      );
    if (starts.length >= rate) return refuse(429, 'rate_limit_exceeded');
    starts.push(now);
    const fault = faults[++count];
    if (fault === 'reset-before') return res.destroy();
    if (fault === '500-before') return refuse(500, 'internal_server_error');
    if (fault === '429-rate') return refuse(429, 'rate_limit_exceeded');
    if (fault === '429-quota') return refuse(429, 'daily_quota_exceeded');
    if (fault === '403') return refuse(403, 'invalid_api_key');
    if (fault === '409-concurrent') return refuse(409, 'concurrent_idempotent_requests');
    const known = keys.get(key);
    if (known && known.body !== body) return refuse(409, 'invalid_idempotent_request');
    const parsed = JSON.parse(body) as Mail | Mail[]; // why: only the SDK talks to this double
    const items = Array.isArray(parsed) ? parsed : [parsed];
    if (!known && strictOnly && items.some(isBad)) {
      return refuse(422, 'validation_error', `Invalid \`to\`: ${String(items.find(isBad)?.to)}`);
    }
    const answer = known?.answer ?? accept(items, Array.isArray(parsed));
    keys.set(key, { body, answer });
    if (fault === 'reset-after') return res.destroy();
    if (fault === '500-after') return refuse(500, 'internal_server_error');
    if (fault === 'truncated') return send(200, answer.slice(0, -4));
    if (fault === 'hang-after') return onHang();
    return send(200, answer);
  };

  const accept = (items: Mail[], isBatch: boolean): string => {
    const data: { id: string }[] = [];
    const errors: { index: number; message: string }[] = [];
    for (const [index, item] of items.entries()) {
      if (isBad(item)) {
        errors.push({ index, message: `Invalid \`to\` field: ${String(item.to)}` });
        continue;
      }
      const resendId = `re_${String(provider.accepted.length + 1)}`;
      provider.accepted.push({ ...item, to: String(item.to), resendId });
      data.push({ id: resendId });
    }
    return JSON.stringify(isBatch ? { data, ...(errors.length > 0 ? { errors } : {}) } : data[0]);
  };

  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => handle(req, res, Buffer.concat(chunks).toString()));
  });
  const url = await listen(server);
  return {
    ...provider,
    url,
    plan: (planned) => {
      faults = planned;
      count = 0;
      hung = new Promise((resolve) => (onHang = resolve));
    },
    hanging: () => hung,
    stop: () => stop(server),
  };
}

type Mail = Omit<AcceptedMail, 'to' | 'resendId'> & { to: string | string[] };
const isBad = ({ to }: Mail) => String(to).includes('bad');

export async function listen(server: ReturnType<typeof createServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo; // why: it listens on a port, so it has one
  return `http://127.0.0.1:${String(address.port)}`;
}

export async function stop(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
