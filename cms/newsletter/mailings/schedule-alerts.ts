import pLimit from 'p-limit';
import type { Payload } from 'payload';
import { isReleased } from '../../mapping/is-released.ts';
import { findIntents, isOfDeleted, markHandled, type Intent } from '../store/articles.ts';
import { heldMailings, undecidedArticles, updateMailing } from '../store/mailings.ts';
import { ensureMailing, withUnfrozen } from './ensure-mailing.ts';
import { audiencesAtOnce } from './freeze-audience.ts';
import { freezeMailing } from './freeze-mailing.ts';
import { Problems } from '../problems.ts';
import { killPoint } from '../kill-point.ts';
import { freezeWhenLive } from './freeze-when-live.ts';
import type { MailingRow } from '../store/rows.ts';
import { reasons } from '../text.ts';

/**
 * Turns every published article that asks for an alert into a frozen mailing, once its page is live.
 * Compares state only, so it may be stopped anywhere and run again.
 */
export async function scheduleAlerts(payload: Payload): Promise<void> {
  const problems = new Problems();
  const intents = await findIntents(payload);
  await noteUnpublished(payload, intents);
  const undecided = await undecidedArticles(payload);
  // One article that cannot be read, waits for a person or goes to very many must not keep the others waiting.
  const ready = intents.filter(({ id }) => !undecided.has(id));
  await pLimit(audiencesAtOnce).map(ready, (intent) =>
    problems.collect(() => handleIntent(payload, intent)),
  );
  problems.throwAll();
}

/**
 * A mailing that waits for an article that is off the site says so, or it would show an old reason; one whose article is
 * deleted waits for nothing any more.
 */
async function noteUnpublished(payload: Payload, intents: readonly Intent[]): Promise<void> {
  const wanted = new Set(intents.map(({ id }) => id));
  for (const mailing of await heldMailings(payload)) {
    const { id, article, heldReason, status } = mailing;
    if (await isOfDeleted(payload, mailing)) {
      const end = { status: 'cancelled', heldReason: reasons.deleted } as const;
      await updateMailing(payload, { id, status, frozenAt: null }, end);
    } else if (status === 'held' && article !== null && heldReason !== reasons.unpublished) {
      if (wanted.has(article) || (await isReleased({ payload }, article))) continue;
      await updateMailing(payload, { id, status: 'held' }, { heldReason: reasons.unpublished });
    }
  }
}

async function handleIntent(payload: Payload, intent: Intent): Promise<void> {
  const mailing = await ensureMailing(payload, {
    key: `alert:${intent.id}`,
    kind: 'alert',
    article: intent.id,
    requestedAt: intent.alert.requestedAt,
  });
  if (mailing.frozenAt !== null || mailing.decision === 'cancel') {
    await closeIntent(payload, intent, mailing);
    return;
  }
  await withUnfrozen(payload, mailing.id, async (claimed) => {
    const frozen = await freezeWhenLive(payload, claimed, (article) =>
      freezeMailing(payload, { mailing: claimed.row, lease: claimed.lease, article }),
    );
    if (frozen) await closeIntent(payload, intent, frozen);
  });
}

/** The article's wish is met, or withdrawn by a person. */
async function closeIntent(payload: Payload, intent: Intent, mailing: MailingRow): Promise<void> {
  if (mailing.decision === 'cancel' && mailing.frozenAt === null) {
    await updateMailing(payload, { id: mailing.id }, { status: 'cancelled' });
  }
  killPoint('before-handled');
  await markHandled(payload, intent);
  killPoint('after-handled');
}
