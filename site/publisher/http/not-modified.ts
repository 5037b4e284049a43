import type { IncomingMessage, ServerResponse } from 'node:http';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isImmutable, publicFile } from '../../../content/model/urls.ts';

/** A year for what carries a hash in its name, none without asking for the rest. */
export const cacheControl = (pathname: string): string =>
  isImmutable(pathname)
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=0, must-revalidate';

/** A 304 says what the 200 would have said of caches: RFC 9110 § 15.4.5. The server of files leaves it out. */
export function completeNotModified(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    if (status === 304) {
      response.setHeader('cache-control', cacheControl(pathname));
      response.setHeader('vary', 'Accept-Encoding');
      const tag = request.headers['if-none-match'];
      if (tag !== undefined && !response.hasHeader('etag')) response.setHeader('etag', tag);
    }
    return writeHead(status, ...rest);
  }) as typeof response.writeHead; // why: its overloads all begin with the status
}

/** Whether it is as old as the asker says hers is, by time alone (RFC 9110 § 13.1.3); then it is answered, with 304. */
export function isUnchanged(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { root, pathname }: { root: string; pathname: string },
): boolean {
  const since = Date.parse(headers['if-modified-since'] ?? '');
  if (headers['if-none-match'] !== undefined || Number.isNaN(since)) return false;
  const file = join(root, publicFile(pathname));
  const plain = statSync(file, { throwIfNoEntry: false });
  // What the asker would be sent: the compressed one, where there is one (RFC 9110 § 8.8.3).
  const takesBrotli = /\bbr\b/.test(headers['accept-encoding'] ?? '');
  const stats =
    (takesBrotli && plain && statSync(`${file}.br`, { throwIfNoEntry: false })) || plain;
  if (stats?.isFile() !== true || Math.floor(stats.mtimeMs / 1000) * 1000 > since) return false;
  response.setHeader('etag', `W/"${String(stats.size)}-${String(stats.mtime.getTime())}"`);
  response.writeHead(304).end();
  return true;
}
