import { createHmac } from 'node:crypto';
import { readEnvironment } from '../environment.ts';

const stepSeconds = 5 * 60;

/**
 * Address of the preview of an article's newest draft, for whoever holds it during the next five to ten
 * minutes. It is the same for five minutes: the admin's preview pane loads each new address from the top.
 */
export function previewUrl(articleId: string, now = new Date()): string {
  const { siteUrl, publishToken } = readEnvironment();
  const step = Math.floor(now.getTime() / 1000 / stepSeconds);
  const claim = { id: articleId, exp: (step + 2) * stepSeconds };
  const body = Buffer.from(JSON.stringify(claim)).toString('base64url');
  const signature = createHmac('sha256', publishToken)
    .update(`preview:${body}`)
    .digest('base64url');
  return `${siteUrl}/_preview/article/${encodeURIComponent(articleId)}?token=${body}.${signature}`;
}
