import type { Article } from '../../../content/model/article.ts';
import { absoluteUrl, articlePath, newsletterEndpoint } from '../../../content/model/urls.ts';
import { fetchPage, verifyLive } from '../../delivery-feed/verify-live.ts';
import { verifyEverywhere } from '../../delivery-feed/verify-everywhere.ts';
import { readEnvironment } from '../../environment.ts';
import { reasons } from '../text.ts';
import { linkToken } from '../subscribers/tokens.ts';

/**
 * Whether mails about an article may leave: the public address, and everything behind it, shows the very revision that was published, and
 * whoever gets the mail could unsubscribe. `reason` is half a sentence for the newsroom.
 */
export async function isReadyToMail({
  slug,
  revision,
}: Pick<Article, 'slug' | 'revision'>): Promise<{ ok: true } | { ok: false; reason: string }> {
  const page = { path: articlePath(slug), revision };
  const live = await verifyEverywhere((site) => verifyLive(page, site));
  if (!live.ok) {
    return {
      ok: false,
      reason: live.reason === 'missing' ? reasons.missing(live.status) : reasons[live.reason],
    };
  }
  const unsubscribePage = await fetchPage(unsubscribeUrl());
  return unsubscribePage?.status === 200 ? live : { ok: false, reason: reasons.leavingSilent };
}

/** The page behind an unsubscribe link of nobody; to look at it changes nothing. */
function unsubscribeUrl(): string {
  const path = newsletterEndpoint('unsubscribe', linkToken('unsubscribe', 'front-door'));
  return absoluteUrl(readEnvironment().cmsUrl, path);
}
