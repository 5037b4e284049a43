import { previewPath } from '../../../content/model/urls.ts';
import { createPreviewToken, type PreviewClaim } from '../../../content/wire/preview-token.ts';
import { readEnvironment } from '../../environment.ts';

const stepSeconds = 5 * 60;

/**
 * Address of the preview of an article's newest draft, for whoever holds it during the next five to ten
 * minutes. It is the same for five minutes: the admin's preview pane loads each new address from the top.
 */
export function previewUrl(articleId: string, now = new Date()): string {
  const step = Math.floor(now.getTime() / 1000 / stepSeconds);
  return signed({ id: articleId, exp: (step + 2) * stepSeconds });
}

/** The same for somebody without an account, until a time (at most seven days ahead: the site takes no later one). */
export const shareUrl = (articleId: string, until: Date): string =>
  signed({ id: articleId, exp: Math.floor(until.getTime() / 1000), share: true });

function signed(claim: PreviewClaim): string {
  const { siteUrl, publishToken } = readEnvironment();
  return `${siteUrl}${previewPath(claim.id, createPreviewToken(claim, publishToken))}`;
}
