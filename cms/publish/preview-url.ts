import { createHmac } from 'node:crypto';
import { readEnvironment } from '../environment.ts';

const lifetimeSeconds = 10 * 60;

/** Address of the preview of an article's newest draft, for whoever holds it during the next ten minutes. */
export function previewUrl(articleId: string, now = new Date()): string {
  const { siteUrl, publishToken } = readEnvironment();
  const claim = { id: articleId, exp: Math.floor(now.getTime() / 1000) + lifetimeSeconds };
  const body = Buffer.from(JSON.stringify(claim)).toString('base64url');
  const signature = createHmac('sha256', publishToken)
    .update(`preview:${body}`)
    .digest('base64url');
  return `${siteUrl}/_preview/article/${encodeURIComponent(articleId)}?token=${body}.${signature}`;
}
