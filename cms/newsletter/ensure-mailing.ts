import type { Payload } from 'payload';
import { claim, LeaseLost, release, type Claimed } from './claim.ts';
import { killPoint } from './kill-point.ts';
import { newMailing, type MailingRow } from './rows.ts';

/** The mailing with this key, made if it does not exist. The unique key lets only one ever exist. */
export async function ensureMailing(
  payload: Payload,
  wanted: Pick<MailingRow, 'key' | 'kind' | 'article' | 'requestedAt'>,
): Promise<MailingRow> {
  const find = () =>
    payload.db.findOne<MailingRow>({
      collection: 'mailings',
      where: { key: { equals: wanted.key } },
    });
  const found = await find();
  if (found) return found;
  killPoint('before-mailing');
  try {
    await payload.db.create({ collection: 'mailings', data: { ...newMailing, ...wanted } });
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

/** Does the work on a mailing that is not frozen, unless somebody else is at it. */
export async function withUnfrozen(
  payload: Payload,
  mailingId: string,
  work: (claimed: Claimed<MailingRow>) => Promise<void>,
): Promise<void> {
  const claimed = await claim<MailingRow>(payload, {
    collection: 'mailings',
    id: mailingId,
    milliseconds: 60_000,
    where: { frozenAt: { exists: false } },
  });
  if (!claimed) return;
  try {
    await work(claimed);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
  } finally {
    await release(payload, claimed.lease);
  }
}
