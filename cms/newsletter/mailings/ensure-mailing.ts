import type { Payload } from 'payload';
import { findOrigin } from '../store/articles.ts';
import { LeaseLost, release, type Claimed } from '../store/claim.ts';
import { addMailing, claimMailing, findMailing } from '../store/mailings.ts';
import { killPoint } from '../kill-point.ts';
import { oneLine } from '../letters/letter-parts.ts';
import type { MailingRow } from '../store/rows.ts';
import { text } from '../text.ts';

/** The mailing with this key, made if it does not exist. The unique key lets only one ever exist. */
export async function ensureMailing(
  payload: Payload,
  wanted: Pick<MailingRow, 'key' | 'kind' | 'article' | 'requestedAt'>,
): Promise<MailingRow> {
  const find = () => findMailing(payload, { key: wanted.key });
  const found = await find();
  if (found) return found;
  killPoint('before-mailing');
  try {
    await addMailing(payload, { ...wanted, subject: await titleOf(payload, wanted) });
  } catch (error) {
    // The unique key refused it because another process was first: then there it is.
    const others = await find();
    if (others) return others;
    throw error;
  }
  killPoint('after-mailing');
  const created = await find();
  if (!created) throw new Error(`mailing ${wanted.key} is gone right after it was made`);
  return created;
}

/** What people call it until the letter, with its own subject, is written. */
async function titleOf(
  payload: Payload,
  { article, kind }: Pick<MailingRow, 'article' | 'kind'>,
): Promise<string> {
  const found = article === null ? undefined : await findOrigin(payload, article);
  return oneLine(found?.title ?? '') || text.mailings.kinds[kind];
}

/** Does the work on a mailing that is not frozen, unless somebody else is at it. */
export async function withUnfrozen(
  payload: Payload,
  mailingId: string,
  work: (claimed: Claimed<'mailings'>) => Promise<void>,
): Promise<void> {
  const claimed = await claimMailing(payload, mailingId, { frozenAt: null });
  if (!claimed) return;
  try {
    await work(claimed);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
  } finally {
    await release(payload, claimed.lease);
  }
}
