import type { Payload } from 'payload';
import { claim, LeaseLost, release, type Claimed } from './claim.ts';
import { killPoint } from './kill-point.ts';
import { newMailing, type MailingRow } from './rows.ts';

/** The mailing with this key, made if it does not exist. The unique key lets only one ever exist. */
export async function ensureMailing(
  payload: Payload,
  wanted: Pick<MailingRow, 'key' | 'kind' | 'article' | 'requestedAt'>,
): Promise<MailingRow> {
  const where = { key: { equals: wanted.key } };
  const found = await payload.db.findOne<MailingRow>({ collection: 'mailings', where });
  if (found) return found;
  killPoint('before-mailing');
  await payload.db.create({
    collection: 'mailings',
    data: { ...newMailing, ...wanted },
  });
  killPoint('after-mailing');
  const created = await payload.db.findOne<MailingRow>({ collection: 'mailings', where });
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
