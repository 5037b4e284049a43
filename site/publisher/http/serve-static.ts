import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { isOldFile, oldList, oldVariants } from './old-systems.ts';
import { canonicalPath, type Moved } from './redirect-file.ts';
import {
  fileFolder,
  gonePath,
  listOf,
  notFoundPath,
  publicFile,
} from '../../../content/model/urls.ts';
import { escapeHtml } from '../../../content/model/markup.ts';
import { toSlug } from '../../../content/model/slug.ts';
import { cacheControl, completeNotModified, isUnchanged } from './not-modified.ts';
import { sendFile } from './send-file.ts';
import { typesByName } from './types-by-name.ts';

/** Films, sounds and documents, of which parts are asked for. */
const isStored = (pathname: string) =>
  pathname.startsWith(`/${fileFolder}/`) &&
  /^[a-z0-9][a-z0-9._-]*$/.test(pathname.slice(fileFolder.length + 2));

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
      response.setHeader('cache-control', cacheControl(pathname));
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
    withoutRefused(request);
    completeNotModified(request, response, pathname);
    const target = findTarget(moved(), url);
    if (target !== undefined) {
      if ('to' in target) redirect(response, target.to);
      else answerPage({ root, status: 410, request, response });
      return;
    }
    const { range } = request.headers;
    // why: `sirv` sends other parts than were asked for, and falls over one that ends before it begins.
    delete request.headers.range;
    if (range !== undefined && request.method === 'GET' && isStored(pathname)) {
      const path = join(root, pathname);
      if (existsSync(path)) {
        response.setHeader('cache-control', cacheControl(pathname));
        sendFile(path, range, response);
        return;
      }
    }
    // why: `compression` is typed for Express; it uses nothing beyond node's own request and response.
    compress(request as never, response as never, () => {
      if (
        /\.(tmp|br)$/.test(pathname) ||
        pathname === '/_redirects' ||
        !isText(pathname) ||
        climbs(request)
      ) {
        answerPage({ root, status: 404, request, response });
        return;
      }
      // As somebody typed it: capitals, a slash too many, æ, ø and å, none at the end.
      const meant = mendPath(pathname);
      if (meant !== pathname && (exists(root, meant) || moved().has(meant))) {
        redirect(response, `${meant}${search}`);
        return;
      }
      if (isUnchanged(request, response, { root, pathname })) return;
      files(request, response, () => {
        const list = listOf(pathname) ?? oldList(canonicalPath(pathname));
        if (list !== undefined && (moved().has(list) || exists(root, list)))
          return redirect(response, list);
        for (const variant of oldVariants(canonicalPath(pathname))) {
          const meant = moved().get(variant);
          if (meant !== undefined && 'gone' in meant)
            return answerPage({ root, status: 410, request, response });
          if (meant !== undefined || exists(root, variant))
            return redirect(response, meant?.to ?? variant);
        }
        const status = isOldFile(pathname) ? 410 : 404;
        answerPage({ root, status, request, response });
      });
    });
  };
}

/** Where an old address led: it may have been told apart by its question, to which others have been added since. */
function findTarget(
  moved: ReadonlyMap<string, Moved>,
  { pathname, search, searchParams }: URL,
): Moved | undefined {
  const path = canonicalPath(pathname);
  const single = [...searchParams].map(([name, value]) => `${path}?${name}=${value}`);
  const asked = search === '' ? [] : [path + search, ...single];
  return asked.map((address) => moved.get(address)).find(Boolean) ?? moved.get(path);
}

/** Whether somebody tries to climb out of the folder; the address itself has forgotten it. */
const climbs = ({ url = '' }: IncomingMessage): boolean =>
  (decoded(url.split('?')[0] ?? '') ?? '..').split(/[/\\]/).includes('..');

/** Takes brotli out of what is accepted where it is said not to be (RFC 9110 § 12.4.2): the server of files only looks for the word. */
function withoutRefused({ headers }: IncomingMessage): void {
  const accepted = headers['accept-encoding'] ?? '';
  if (/\bbr\s*;\s*q=0(\.0*)?\s*(,|$)/i.test(accepted))
    headers['accept-encoding'] = accepted.replace(/\bbr\s*;[^,]*,?/i, '');
}

const exists = (root: string, path: string) =>
  decoded(path) !== undefined && existsSync(join(root, publicFile(path)));

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
    page = readFileSync(join(root, status === 410 ? gonePath : notFoundPath), 'utf8');
    page = page.replace('name="q" type="search" value=""', (input) => withWords(input, request));
  } catch {
    page = String(status); // Not rendered yet: the status alone must do.
  }
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}

/** The search of a dead end, with the words that the address was made of. */
function withWords(input: string, request: IncomingMessage): string {
  const last = readAddress(request)?.pathname.split('/').filter(Boolean).at(-1) ?? '';
  const words =
    decoded(last)
      ?.replace(/\.\w+$/, '')
      .replace(/[-_+]+/g, ' ')
      .trim() ?? '';
  return input.replace('value=""', `value="${escapeHtml(words.slice(0, 200))}"`);
}

const decoded = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined; // no text in any alphabet
  }
};

const isText = (path: string) => decoded(path)?.includes('\0') === false;

/** `//Tema/Språk` → `/tema/sprak/`, `/RSS.xml/` → `/rss.xml`, `/tema/index.html` → `/tema/`. */
function mendPath(pathname: string): string {
  const parts = (decoded(pathname) ?? '')
    .split('/')
    .filter((part) => !/^(index\.html)?$/i.test(part));
  if (parts.some((part) => part.includes('.'))) return `/${parts.join('/').toLowerCase()}`;
  const slugs = parts.map(toSlug).filter(Boolean);
  return slugs.length === 0 ? '/' : `/${slugs.join('/')}/`;
}
