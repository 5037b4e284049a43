import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerApi } from './api/answer-api.ts';
import { control, hasLocalName } from './control.ts';
import { internalError } from './faults.ts';
import { sendJson } from './http.ts';
import { PostOffice } from './post-office.ts';
import { log } from './log.ts';
import { showPeople } from './pages/show-people.ts';
import { text } from './text.ts';

export interface MailboxOptions {
  port: number;
  /** Journal and state go to `mailbox/` below it. */
  dataDir: string;
  apiKey?: string | undefined;
  webhookUrl?: string | undefined;
  webhookSecret?: string | undefined;
}

/**
 * Starts the stand-in; `port: 0` takes any that is free. Throws when the port is taken. Listens on loopback
 * whatever `HOST` says: whoever reads its pages can set anybody's password by the links in the mails.
 */
export async function startMailbox(options: MailboxOptions) {
  const server = createServer();
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  // Only who has the port may open the journal: opening cuts off a half-written line.
  const office = openOffice(options, () => server.close());
  server.on('request', (request, response) => {
    route(office, request, response).catch((err: unknown) => {
      log.error({ msg: 'a request failed', err });
      if (response.headersSent) response.end();
      else sendJson(response, 500, internalError().body());
    });
  });
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  return {
    url: `http://127.0.0.1:${port}`,
    office,
    close: async () => {
      if (!server.listening) return;
      office.webhooks.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      office.journal.close();
    },
  };
}

export type Mailbox = Awaited<ReturnType<typeof startMailbox>>;

function openOffice(options: MailboxOptions, onFailure: () => void): PostOffice {
  try {
    return new PostOffice(options);
  } catch (error) {
    onFailure();
    throw error;
  }
}

async function route(
  office: PostOffice,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mailbox');
  const { pathname } = url;
  if (pathname.startsWith('/_control/')) await control(office, pathname, request, response);
  else if (isForPeople(pathname, request)) {
    if (hasLocalName(request)) showPeople(office.journal, url, response);
    else response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(elsewhere);
  } else await answerApi(office, pathname, request, response);
}

/** Programs carry a key or do more than read; `/emails` is theirs in any case. */
const isForPeople = (pathname: string, { method, headers }: IncomingMessage) =>
  (method === 'GET' || method === 'HEAD') &&
  headers.authorization === undefined &&
  !/^\/emails(\/|$)/.test(pathname);

/** A page of another site may point its own name at this machine; the browser still tells the name. */
const { elsewhere } = text;
