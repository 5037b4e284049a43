import { createServer } from 'node:http';
import { listen, stop } from './start-provider.ts';

export interface FrontDoorDouble {
  url: string;
  /** The same server under another name: where the links for leaving lead. */
  cmsUrl: string;
  /** Whether the page for leaving answers. */
  hasLeavingPage: boolean;
  /** What the public site shows at each path; nothing there is 404. */
  pages: Map<string, { revision: string; canonical?: string; status?: number }>;
  stop(): Promise<void>;
}

/** A public site that shows exactly what a test says it shows. */
export async function startFrontDoor(): Promise<FrontDoorDouble> {
  const pages: FrontDoorDouble['pages'] = new Map();
  const door: FrontDoorDouble = {
    url: '',
    cmsUrl: '',
    hasLeavingPage: true,
    pages,
    stop: () => stop(server),
  };
  const server = createServer((req, res) => {
    const path = req.url ?? '';
    if (path.startsWith('/api/newsletter/unsubscribe?token=')) {
      return res.writeHead(door.hasLeavingPage ? 200 : 502).end();
    }
    const shown = pages.get(path);
    if (!shown) return res.writeHead(404).end();
    res.writeHead(shown.status ?? 200, { 'content-type': 'text/html' });
    return res.end(
      `<!doctype html><head><link href="${shown.canonical ?? door.url + path}" rel="canonical"><meta content="${shown.revision}" name="revision"></head>`,
    );
  });
  door.url = await listen(server);
  door.cmsUrl = door.url.replace('127.0.0.1', 'localhost');
  return door;
}
