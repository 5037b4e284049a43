import { createServer } from 'node:http';
import { listen, stop } from './start-provider.ts';

export interface FrontDoorDouble {
  url: string;
  /** What the public site shows at each path; nothing there is 404. */
  pages: Map<string, { revision: string; canonical?: string; status?: number }>;
  stop(): Promise<void>;
}

/** A public site that shows exactly what a test says it shows. */
export async function startFrontDoor(): Promise<FrontDoorDouble> {
  const pages: FrontDoorDouble['pages'] = new Map();
  let url = '';
  const server = createServer((req, res) => {
    const path = req.url ?? '';
    const shown = pages.get(path);
    if (!shown) return res.writeHead(404).end();
    res.writeHead(shown.status ?? 200, { 'content-type': 'text/html' });
    return res.end(
      `<!doctype html><head><link href="${shown.canonical ?? url + path}" rel="canonical"><meta content="${shown.revision}" name="revision"></head>`,
    );
  });
  url = await listen(server);
  return { url, pages, stop: () => stop(server) };
}
