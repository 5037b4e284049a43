import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { listPage, mailPage, pageStyle } from './people.ts';
import { PostOffice, suppressionSchema, type Answer } from './post-office.ts';
import { faultSchema } from './settings.ts';

const largestBody = 40 * 1024 * 1024;

export interface MailboxOptions {
  port: number;
  host?: string;
  dataDir: string;
  apiKey?: string | undefined;
  webhookUrl?: string | undefined;
  webhookSecret?: string | undefined;
}

/** Starts the stand-in; `port: 0` takes any that is free. Throws when the port is taken. */
export async function startMailbox(options: MailboxOptions) {
  const office = new PostOffice(options);
  const server = createServer((request, response) => {
    route(office, request, response).catch((error: unknown) => {
      console.error(JSON.stringify({ msg: 'mailbox request failed', error: String(error) }));
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.listen(options.port, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  return {
    url: `http://127.0.0.1:${port}`,
    office,
    close: async () => {
      office.webhooks.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      office.journal.close();
    },
  };
}

export type Mailbox = Awaited<ReturnType<typeof startMailbox>>;

async function route(
  office: PostOffice,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mailbox');
  const { pathname } = url;
  if (pathname === '/emails' || pathname === '/emails/batch') {
    if (request.method !== 'POST') {
      sendJson(response, 405, {
        statusCode: 405,
        message: 'Method not allowed',
        name: 'method_not_allowed',
      });
      return;
    }
    await submit(office, pathname, request, response);
    return;
  }
  if (pathname.startsWith('/emails/'))
    sendMail(office, pathname.slice('/emails/'.length), response);
  else if (pathname.startsWith('/_control/')) await control(office, pathname, request, response);
  else showPeople(office, url, response);
}

async function submit(
  office: PostOffice,
  endpoint: '/emails' | '/emails/batch',
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = await readBody(request);
  if (body === undefined) {
    sendJson(response, 413, {
      statusCode: 413,
      message: 'The request is too large.',
      name: 'validation_error',
    });
    return;
  }
  const header = (name: string) => request.headers[name]?.toString();
  const answer = await office.submit({
    endpoint,
    body,
    authorization: header('authorization'),
    idempotencyKey: header('idempotency-key'),
    validation: header('x-batch-validation') === 'permissive' ? 'permissive' : 'strict',
  });
  send(response, answer);
}

function send(response: ServerResponse, { status, headers, body, fault }: Answer): void {
  if (fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const text = JSON.stringify(body);
  response.writeHead(status, { ...headers, 'content-type': 'application/json' });
  response.end(fault === 'truncate' ? text.slice(0, Math.floor(text.length / 2)) : text);
}

function sendMail(office: PostOffice, id: string, response: ServerResponse): void {
  const mail = office.journal.mails().find((each) => each.id === id);
  if (mail === undefined) {
    sendJson(response, 404, { statusCode: 404, message: 'Email not found', name: 'not_found' });
    return;
  }
  const { to, from, subject, html, text, at } = mail;
  sendJson(response, 200, {
    object: 'email',
    id,
    to,
    from,
    subject,
    html,
    text,
    created_at: at,
    last_event: 'delivered',
  });
}

const clockSchema = z.object({ move: z.number() });
const faultsSchema = z.object({ faults: z.array(faultSchema) });

async function control(
  office: PostOffice,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body: unknown =
    request.method === 'POST' ? JSON.parse((await readBody(request)) || '{}') : undefined;
  switch (`${request.method} ${pathname}`) {
    case 'GET /_control/journal':
      sendJson(response, 200, { mails: office.journal.mails(), entries: office.journal.entries });
      return;
    case 'POST /_control/faults':
      office.faults = faultsSchema.parse(body).faults;
      break;
    case 'POST /_control/settings':
      office.change(body);
      break;
    case 'POST /_control/clock':
      office.moveClock(clockSchema.parse(body).move);
      break;
    case 'POST /_control/suppressions':
      for (const address of suppressionSchema.parse(body).add) office.suppress(address);
      break;
    case 'POST /_control/webhooks/replay':
      office.webhooks.replay(office.settings);
      break;
    case 'POST /_control/reset':
      office.reset();
      break;
    default:
      sendJson(response, 404, { error: 'unknown control address' });
      return;
  }
  sendJson(response, 200, { ok: true });
}

function showPeople(office: PostOffice, url: URL, response: ServerResponse): void {
  const [, id, isHtml] = /^\/mails\/([\w-]+)(\/html)?$/.exec(url.pathname) ?? [];
  const mail = id === undefined ? undefined : office.journal.mails().find((each) => each.id === id);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('referrer-policy', 'no-referrer');
  if (url.pathname === '/mailbox.css') {
    response.writeHead(200, { 'content-type': 'text/css' }).end(pageStyle);
  } else if (mail !== undefined && isHtml !== undefined) {
    // The letter as a mail program would show it: no scripts, pictures from anywhere.
    sendHtml(
      response,
      200,
      withTarget(mail.html),
      "default-src 'none'; img-src * data:; style-src 'unsafe-inline'",
    );
  } else if (mail !== undefined) sendHtml(response, 200, mailPage(mail));
  else if (url.pathname === '/')
    sendHtml(response, 200, listPage(office.journal.mails(), url.searchParams.get('to') ?? ''));
  else sendHtml(response, 404, listPage([], ''));
}

/** Links open outside the frame. */
const withTarget = (html: string) =>
  html.replace(/<head[^>]*>/i, (head) => `${head}<base target="_top">`);

const ownPolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'";

function sendHtml(
  response: ServerResponse,
  status: number,
  html: string,
  policy = ownPolicy,
): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    })
    .end(html);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    // why: a request without an encoding gives buffers.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > largestBody) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
