import type { Payload } from 'payload';
import { loadPublished, type LoadedArticle } from '../../mapping/load-article.ts';
import { findOrigin } from '../store/articles.ts';
import { updateClaimed, type Claimed } from '../store/claim.ts';
import { isFromBackup } from '../../shared/epoch.ts';
import { killPoint } from '../kill-point.ts';
import { isReadyToMail } from './is-ready-to-mail.ts';
import type { MailingRow } from '../store/rows.ts';
import { reasons } from '../text.ts';

const patience = 48 * 3600 * 1000;

/**
 * Freezes a claimed mailing as soon as its article's page is live. Undefined while it has to wait; the mailing
 * then says why. What was asked for more than 48 hours ago waits for a person; so does what a backup that was
 * put back knew of: its article may have been published, and mailed, after the copy was made.
 */
export async function freezeWhenLive(
  payload: Payload,
  { lease, row: mailing }: Claimed<'mailings'>,
  freeze: (article: LoadedArticle) => Promise<MailingRow | string>,
): Promise<MailingRow | undefined> {
  const hold = async (status: 'held' | 'needs-person', heldReason: string) => {
    if (mailing.status === status && mailing.heldReason === heldReason) return undefined;
    await updateClaimed<'mailings'>(payload, lease, { status, heldReason });
    return undefined;
  };
  const isTooOld = Date.now() - Date.parse(mailing.requestedAt) > patience;
  if (mailing.decision !== 'send' && (isTooOld || (await isKnownToBackup(payload, mailing)))) {
    return hold('needs-person', isTooOld ? reasons.tooOld : reasons.fromBackup);
  }
  const article =
    mailing.article === null ? undefined : await loadPublished(payload, mailing.article);
  if (!article) return hold('held', reasons.unpublished);
  const ready = await isReadyToMail(article.article);
  if (!ready.ok) return hold('held', reasons.notLive(ready.reason));
  killPoint('after-front-door');
  const frozen = await freeze(article);
  return typeof frozen === 'string' ? hold('held', frozen) : frozen;
}

/** An article that was a draft in the copy is published anew by people who do not know that it was out. */
async function isKnownToBackup(payload: Payload, mailing: MailingRow): Promise<boolean> {
  if (await isFromBackup(payload, mailing.requestedAt)) return true;
  if (mailing.article === null) return false;
  const article = await findOrigin(payload, mailing.article);
  return article !== undefined && (await isFromBackup(payload, article.createdAt));
}
