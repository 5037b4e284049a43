import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { publicFile } from '../../../content/model/urls.ts';
import { canonicalPath, type Moved } from './redirect-file.ts';
import { isImmutable, listOf, notFoundPath } from '../../../content/model/urls.ts';

/** Sent with everything; the page's own policy is in the page. */
const securityHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'content-security-policy': "frame-ancestors 'none'",
};

/**
 * The public folder over HTTP: ETag, brotli and gzip, a year's cache for what carries a hash in its name,
 * none without asking for the rest; 301 and 410 for addresses that moved or went; its own 404 page.
 */
export function serveStatic(
  root: string,
  moved: () => ReadonlyMap<string, Moved>,
): RequestListener {
  const compress = compression({ threshold: 512 });
  const files = sirv(root, {
    dev: true, // files change while we serve
    etag: true,
    brotli: true, // what the build has compressed; the rest is compressed on its way
    dotfiles: false,
    setHeaders: (response, pathname) => {
      const type = typesByName[pathname.slice(pathname.lastIndexOf('/') + 1)];
      if (type !== undefined) response.setHeader('content-type', type);
      const isHashed = isImmutable(pathname);
      response.setHeader(
        'cache-control',
        isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
      );
    },
  });
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const url = readAddress(request);
    if (url === undefined) {
      response.writeHead(400).end();
      return;
    }
    const { pathname, search } = url;
    const target = moved().get(canonicalPath(pathname));
    if (target !== undefined) {
      if ('to' in target) redirect(response, target.to);
      else answerPage({ root, status: 410, request, response });
      return;
    }
    // why: `compression` is typed for Express; it uses nothing beyond node's own request and response.
    compress(request as never, response as never, () => {
      const isUnmapped = pathname.includes('//') || pathname.endsWith('.tmp');
      if (isUnmapped || pathname === '/_redirects') {
        answerPage({ root, status: 404, request, response });
        return;
      }
      if (!pathname.endsWith('/') && !/\.\w+$/.test(pathname)) {
        redirect(response, `${pathname}/${search}`);
        return;
      }
      files(request, response, () => {
        const list = listOf(pathname);
        if (list !== undefined && (moved().has(list) || exists(root, list)))
          redirect(response, list);
        else answerPage({ root, status: 404, request, response });
      });
    });
  };
}

/** What `sirv` does not know by its name, or not well enough. */
const typesByName: Record<string, string> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
  'favicon.ico': 'image/x-icon',
  'security.txt': 'text/plain; charset=utf-8', // RFC 9116 § 3
};

const exists = (root: string, path: string) => existsSync(join(root, publicFile(path)));

/** The address asked for; undefined when it is none (`*`, `http://`, `//[`). Its host is of no interest. */
export function readAddress({ url }: IncomingMessage): URL | undefined {
  const address = url?.startsWith('/') ? `http://site${url}` : '';
  return URL.canParse(address) ? new URL(address) : undefined;
}

function redirect(response: ServerResponse, to: string): void {
  // One leading slash only: `//host` would lead away from the site.
  const location = to.replace(/^\/{2,}/, '/');
  response
    .writeHead(301, { location, 'cache-control': 'public, max-age=0, must-revalidate' })
    .end();
}

function answerPage(options: {
  root: string;
  status: number;
  request: IncomingMessage;
  response: ServerResponse;
}): void {
  const { root, status, request, response } = options;
  let page = '';
  try {
    page = readFileSync(join(root, notFoundPath), 'utf8');
  } catch {
    page = String(status); // Not rendered yet: the status alone must do.
  }
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}
