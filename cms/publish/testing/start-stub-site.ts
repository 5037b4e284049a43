import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Rendered } from '../../../content/model/receipt.ts';

const pingSchema = z.object({ types: z.array(z.string()) });

export interface StubSite {
  url: string;
  /** What each path answers; paths that are absent answer 404. */
  pages: Map<string, { status: number; html: string }>;
  /** What the publisher answers when it is asked for receipts. */
  receipts: Rendered[];
  /** The bodies of the pings it got. */
  pings: { types: string[] }[];
  /** Paths that were asked for. */
  asked: string[];
  stop: () => Promise<void>;
}

/** A site with its publisher, which shows and says what the test tells it to. */
export async function startStubSite(): Promise<StubSite> {
  const site: StubSite = {
    url: '',
    pages: new Map(),
    receipts: [],
    pings: [],
    asked: [],
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  const server = createServer((request, response) => void serve(site, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has an address of this form.
  site.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env['SITE_URL'] = site.url;
  process.env['PUBLISHER_URL'] = site.url;
  return site;
}

export const pageWith = (revision: string) => ({
  status: 200,
  html: `<!doctype html><html><head><meta name="revision" content="${revision}"></head><body></body></html>`,
});

async function serve(site: StubSite, request: IncomingMessage, response: ServerResponse) {
  const path = request.url ?? '/';
  if (path === '/_publisher/ping') {
    site.pings.push(pingSchema.parse(await readBody(request)));
    response.writeHead(202).end();
  } else if (path === '/_publisher/receipts') {
    await readBody(request);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ receipts: site.receipts }));
  } else {
    site.asked.push(path);
    const page = site.pages.get(path) ?? { status: 404, html: '' };
    response.writeHead(page.status, { 'content-type': 'text/html' }).end(page.html);
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
