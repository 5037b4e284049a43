import { absoluteUrl, newsletterEndpoint } from '../../content/model/urls.ts';
import { newsletterSettings } from './settings.ts';
import { reasons } from './text.ts';
import { linkToken } from './tokens.ts';

export type FrontDoor = { ok: true } | { ok: false; reason: string };

/**
 * Whether the public address shows the very revision that was published: 200 without a redirect,
 * `<meta name="revision">` equal, canonical address its own. And whether somebody who gets the mail could
 * unsubscribe: the page behind that link answers. Asks as any reader would; 5 s patience.
 */
export async function checkFrontDoor(url: string, revision: string): Promise<FrontDoor> {
  const page = await fetchPage(url);
  if (page === undefined) return { ok: false, reason: reasons.siteSilent };
  if (page.status !== 200) return { ok: false, reason: reasons.siteStatus(page.status) };
  if (readHead(page.html, 'meta', 'name', 'revision', 'content') !== revision) {
    return { ok: false, reason: reasons.siteRevision };
  }
  if (readHead(page.html, 'link', 'rel', 'canonical', 'href') !== url) {
    return { ok: false, reason: reasons.siteCanonical };
  }
  if ((await fetchPage(leavingPage()))?.status !== 200) {
    return { ok: false, reason: reasons.leavingSilent };
  }
  return { ok: true };
}

/** The page behind an unsubscribe link, of nobody: looking at it changes nothing. */
function leavingPage(): string {
  const path = newsletterEndpoint('unsubscribe', linkToken('unsubscribe', 'front-door'));
  return absoluteUrl(newsletterSettings().cmsUrl, path);
}

async function fetchPage(url: string): Promise<{ status: number; html: string } | undefined> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      cache: 'no-store',
      headers: { accept: 'text/html', 'cache-control': 'no-cache' },
      signal: AbortSignal.timeout(5000),
    });
    return { status: response.status, html: await response.text() };
  } catch {
    // A site that cannot be reached is an expected answer here: the alert waits and says so.
    return undefined;
  }
}

/** One attribute of the first `<tag … key="value" …>`, in whatever order and quotes they stand. */
function readHead(html: string, tag: string, key: string, value: string, wanted: string) {
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
