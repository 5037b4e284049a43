import { absoluteUrl } from '../../content/model/urls.ts';
import type { Expected } from './receipt/expected-publication.ts';
import { removedRevision } from '../../content/model/receipt.ts';

export type Verification =
  | { ok: true }
  | { ok: false; reason: 'unreachable' }
  | { ok: false; reason: 'missing'; status: number }
  | { ok: false; reason: 'outdated' }
  | { ok: false; reason: 'still-there' };

interface FrontDoor {
  siteUrl: string;
  timeoutMs?: number;
}

/**
 * Looks at the public address as a reader does: the page must answer 200 with the expected revision, or 410
 * (404) when the article is off the site. Redirects are not followed and nothing is taken from a cache.
 */
export async function verifyPublication(
  { path, revision, lastRevision }: Pick<Expected, 'path' | 'revision' | 'lastRevision'>,
  { siteUrl, timeoutMs = 5000 }: FrontDoor,
): Promise<Verification> {
  const page = await look(absoluteUrl(siteUrl, path), timeoutMs);
  if (page === null) return { ok: false, reason: 'unreachable' };
  if (revision === removedRevision) return judgeRemoved(page, lastRevision);
  if (page.status !== 200) return { ok: false, reason: 'missing', status: page.status };
  return page.revision === revision ? { ok: true } : { ok: false, reason: 'outdated' };
}

function judgeRemoved(page: Page, lastRevision: string): Verification {
  if (page.status === 410 || page.status === 404) return { ok: true };
  // Another article may have taken over the address: then this one is gone all the same.
  const isTakenOver =
    page.status === 200 && page.revision !== null && page.revision !== lastRevision;
  const isMoved = page.status === 301 || page.status === 308;
  return isTakenOver || isMoved ? { ok: true } : { ok: false, reason: 'still-there' };
}

interface Page {
  status: number;
  revision: string | null;
}

async function look(url: string, timeoutMs: number): Promise<Page | null> {
  try {
    const response = await fetch(url, {
      cache: 'no-store',
      redirect: 'manual',
      headers: { accept: 'text/html', 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, revision: findRevision(await response.text()) };
  } catch {
    return null; // no connection, or no answer in time: the caller's result says so
  }
}

function findRevision(html: string): string | null {
  const tag = /<meta\b[^>]*\bname=["']?revision["']?[^>]*>/i.exec(html)?.[0];
  return /\bcontent=["']?([^"'\s>]*)/i.exec(tag ?? '')?.[1] ?? null;
}
