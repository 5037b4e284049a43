import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { LinkEnded } from '../connect-cms.ts';
import type { StubCms } from './stub-cms.ts';

export interface StubServer {
  url: string;
  /** The cursor of the publisher's last pull. */
  lastCursor(): string | null;
  close(): Promise<void>;
}

const questionSchema = z.object({ cursor: z.string().nullable() });

/** The stub over HTTP, for a publisher in a process of its own. Tokens are not looked at. */
export async function serveStubCms(cms: StubCms): Promise<StubServer> {
  let lastCursor: string | null = null;
  const answer = async (request: IncomingMessage): Promise<string | Buffer> => {
    const path = request.url ?? '/';
    if (path === '/api/publish/changes') {
      const { cursor } = questionSchema.parse(JSON.parse(await read(request)));
      lastCursor = cursor;
      return JSON.stringify(await cms.changes(cursor));
    }
    if (path === '/api/publish/rendered') {
      const { receipts } = JSON.parse(await read(request));
      await cms.report(receipts);
      return '{}';
    }
    const [, name] = /^\/api\/(?:media|files)\/file\/([^/]+)$/.exec(path) ?? [];
    if (name !== undefined) return cms.upload(decodeURIComponent(name));
    const { pathname, searchParams } = new URL(path, 'http://localhost');
    const [, id] = /^\/api\/publish\/draft\/([^/]+)$/.exec(pathname) ?? [];
    const sharedAt = searchParams.get('sharedAt') ?? undefined;
    if (id !== undefined) {
      const unsaved: unknown =
        request.method === 'POST' ? JSON.parse(await read(request)) : undefined;
      return JSON.stringify(await cms.draft(decodeURIComponent(id), { sharedAt, unsaved }));
    }
    throw new Error(`not an address of the CMS: ${path}`);
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (body) => response.end(body),
      (error: unknown) =>
        response.writeHead(error instanceof LinkEnded ? 410 : 503).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // listening on a port
  return {
    url: `http://127.0.0.1:${port}`,
    lastCursor: () => lastCursor,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}
