import { createHmac } from 'node:crypto';
import { readEnvironment } from '../../environment.ts';

const stepSeconds = 5 * 60;

/**
 * Address of the preview of an article's newest draft, for whoever holds it during the next five to ten
 * minutes. It is the same for five minutes: the admin's preview pane loads each new address from the top.
 */
export function previewUrl(articleId: string, now = new Date()): string {
  const step = Math.floor(now.getTime() / 1000 / stepSeconds);
  return signed(articleId, { id: articleId, exp: (step + 2) * stepSeconds });
}

/** The same for somebody without an account, until a time (at most seven days ahead: the site takes no later one). */
export const shareUrl = (articleId: string, until: Date): string =>
  signed(articleId, { id: articleId, exp: Math.floor(until.getTime() / 1000), share: true });

function signed(articleId: string, claim: { id: string; exp: number; share?: true }): string {
  const { siteUrl, publishToken } = readEnvironment();
  const body = Buffer.from(JSON.stringify(claim)).toString('base64url');
  const signature = createHmac('sha256', publishToken)
    .update(`preview:${body}`)
    .digest('base64url');
  return `${siteUrl}/_preview/article/${encodeURIComponent(articleId)}?token=${body}.${signature}`;
}
