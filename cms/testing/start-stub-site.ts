import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Rendered } from '../../content/wire/receipt.ts';

const pingSchema = z.object({ types: z.array(z.string()) });

/** What a path answers: a page of an article, unless `html` says otherwise; 200 unless `status` does. */
interface StubPage {
  status?: number;
  revision?: string;
  canonical?: string;
  html?: string;
}

export interface StubSite {
  url: string;
  /** The same server under another name: where the links for leaving lead. */
  cmsUrl: string;
  /** Whether readers are sent to it. */
  isReady: boolean;
  /** Whether the page for leaving answers. */
  hasLeavingPage: boolean;
  /** What each path answers; paths that are absent answer 404. */
  pages: Map<string, StubPage>;
  /** What the publisher answers when it is asked for receipts. */
  receipts: Rendered[];
  /** The bodies of the pings it got. */
  pings: { types: string[] }[];
  /** Paths that were asked for. */
  asked: string[];
  stop: () => Promise<void>;
}

/**
 * A site with its publisher, which shows and says what the test tells it to. A process of its own may tell it, too:
 * `PUT <path>` with the revision to show.
 */
export async function startStubSite(): Promise<StubSite> {
  const site: StubSite = {
    url: '',
    cmsUrl: '',
    isReady: true,
    hasLeavingPage: true,
    pages: new Map(),
    receipts: [],
    pings: [],
    asked: [],
    stop: () => stop(server),
  };
  const server = createServer((request, response) => void serve(site, request, response));
  site.url = await listen(server);
  site.cmsUrl = site.url.replace('127.0.0.1', 'localhost');
  process.env['SITE_URL'] = site.url;
  process.env['PUBLISHER_URL'] = site.url;
  return site;
}

async function serve(site: StubSite, request: IncomingMessage, response: ServerResponse) {
  const path = request.url ?? '/';
  if (request.method === 'PUT') {
    site.pages.set(path, { revision: await readBody(request) });
    response.writeHead(204).end();
  } else if (path === '/readyz') {
    response.writeHead(site.isReady ? 200 : 503).end();
  } else if (path === '/_publisher/ping') {
    site.pings.push(pingSchema.parse(JSON.parse(await readBody(request))));
    response.writeHead(202).end();
  } else if (path === '/_publisher/receipts') {
    await readBody(request);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ receipts: site.receipts }));
  } else if (path.startsWith('/api/newsletter/unsubscribe?token=')) {
    response.writeHead(site.hasLeavingPage ? 200 : 502).end();
  } else {
    site.asked.push(path);
    const page = site.pages.get(path);
    response.writeHead(page === undefined ? 404 : (page.status ?? 200), {
      'content-type': 'text/html',
    });
    response.end(page && (page.html ?? articlePage(page, site.url + path)));
  }
}

const articlePage = ({ revision = '', canonical }: StubPage, url: string) =>
  `<!doctype html><head><link href="${canonical ?? url}" rel="canonical"><meta content="${revision}" name="revision"></head>`;

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** Listens on a free port of this machine; returns the origin. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo; // why: it listens on a port, so it has one
  return `http://127.0.0.1:${String(address.port)}`;
}

/** Cuts what is open and waits until the port is free. */
export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
