import type { Payload } from 'payload';
import {
  absoluteUrl,
  atomPath,
  indexNowPath,
  jsonFeedPath,
  rssPath,
} from '../../content/model/urls.ts';
import type { CmsEnvironment } from '../environment.ts';

const timeoutMs = 10_000;

/**
 * Tells a WebSub hub (W3C WebSub §7) that the feeds are new, and search engines (indexnow.org) which page is: once, after
 * the front door has shown it. A hint only: one that is lost costs them the wait until they look by themselves.
 */
export async function announceRelease(
  payload: Payload,
  path: string,
  { siteUrl, websubHub, indexnowKey, indexnowUrl }: CmsEnvironment,
): Promise<void> {
  const calls: Promise<void>[] = [];
  if (websubHub !== undefined) {
    const body = new URLSearchParams({ 'hub.mode': 'publish' });
    for (const feed of [rssPath(), atomPath, jsonFeedPath])
      body.append('hub.url', absoluteUrl(siteUrl, feed));
    calls.push(send(payload, websubHub, body));
  }
  if (indexnowKey !== undefined) {
    const body = JSON.stringify({
      host: new URL(siteUrl).host,
      key: indexnowKey,
      keyLocation: absoluteUrl(siteUrl, indexNowPath),
      urlList: [absoluteUrl(siteUrl, path)],
    });
    calls.push(send(payload, indexnowUrl, body));
  }
  await Promise.all(calls);
}

async function send(payload: Payload, url: string, body: URLSearchParams | string): Promise<void> {
  const headers: Record<string, string> =
    typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { ok, status } = await fetch(url, { method: 'POST', headers, body, signal });
    if (!ok)
      payload.logger.warn({ area: 'publish', msg: 'an announcement was refused', url, status });
  } catch (err) {
    payload.logger.warn({ area: 'publish', err, msg: 'an announcement did not arrive', url });
  }
}
