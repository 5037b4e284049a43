import { absoluteUrl } from '../../content/model/urls.ts';

export type Verification =
  | { ok: true }
  | { ok: false; reason: 'unreachable' | 'outdated' | 'wrong-address' }
  | { ok: false; reason: 'missing'; status: number };
export type Removal = { ok: true } | { ok: false; reason: 'unreachable' | 'still-there' };

interface Site {
  siteUrl: string;
  /** One machine of several that answer for it, when that is asked and not the front door. */
  origin?: string;
  /** For one page; else 5 s. */
  timeoutMs?: number;
}

/**
 * Whether the public address shows this very revision: 200 without a redirect, `<meta name="revision">` equal,
 * and its canonical address its own. It is asked for as a reader would, and never from a cache.
 */
export async function verifyLive(
  { path, revision }: { path: string; revision: string },
  { siteUrl, origin = siteUrl, timeoutMs }: Site,
): Promise<Verification> {
  const page = await fetchPage(absoluteUrl(origin, path), timeoutMs);
  if (page === undefined) return { ok: false, reason: 'unreachable' };
  if (page.status !== 200) return { ok: false, reason: 'missing', status: page.status };
  if (revisionOf(page) !== revision) return { ok: false, reason: 'outdated' };
  const canonical = readHead(page.html, { tag: 'link', key: 'rel', value: 'canonical' }, 'href');
  return canonical === absoluteUrl(siteUrl, path)
    ? { ok: true }
    : { ok: false, reason: 'wrong-address' };
}

/**
 * Whether the public address no longer shows an article: 410 (or 404), a redirect, or another article's page.
 * `lastRevision` is the one that must not be seen any more.
 */
export async function verifyRemoved(
  { path, lastRevision }: { path: string; lastRevision: string },
  { siteUrl, origin = siteUrl, timeoutMs }: Site,
): Promise<Removal> {
  const page = await fetchPage(absoluteUrl(origin, path), timeoutMs);
  if (page === undefined) return { ok: false, reason: 'unreachable' };
  const revision = revisionOf(page);
  const isTakenOver = page.status === 200 && revision !== undefined && revision !== lastRevision;
  const isGone = [404, 410, 301, 308].includes(page.status) || isTakenOver;
  return isGone ? { ok: true } : { ok: false, reason: 'still-there' };
}

interface Page {
  status: number;
  html: string;
}

/** A page as a reader gets it, redirects not followed; undefined when the server cannot be reached in time. */
export async function fetchPage(url: string, timeoutMs = 5000): Promise<Page | undefined> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      cache: 'no-store',
      headers: { accept: 'text/html', 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, html: await response.text() };
  } catch {
    return undefined; // no connection, or no answer in time: an expected answer here
  }
}

const revisionOf = ({ html }: Page) =>
  readHead(html, { tag: 'meta', key: 'name', value: 'revision' }, 'content');

interface Element {
  tag: string;
  key: string;
  value: string;
}

/** One attribute of the first `<tag … key="value" …>`, in whatever order and quotes they stand. */
function readHead(html: string, { tag, key, value }: Element, wanted: string): string | undefined {
  for (const [element] of html.matchAll(new RegExp(`<${tag}\\s[^>]*>`, 'gi'))) {
    if (attribute(element, key)?.toLowerCase() === value) return attribute(element, wanted);
  }
  return undefined;
}

function attribute(element: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    element,
  );
  return match?.[2] ?? match?.[3] ?? match?.[4];
}
