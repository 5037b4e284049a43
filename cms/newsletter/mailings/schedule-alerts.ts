import type { Payload } from 'payload';
import { ensureMailing, withUnfrozen } from './ensure-mailing.ts';
import { freezeMailing } from './freeze-mailing.ts';
import { killPoint } from '../kill-point.ts';
import { freezeWhenLive } from './freeze-when-live.ts';
import type { MailingRow } from '../store/rows.ts';
import { reasons } from '../text.ts';

interface Intent {
  id: string;
  alert: { requestedAt: string; handledAt: string | null };
}

/**
 * Turns every published article that asks for an alert into a frozen mailing, once its page is live.
 * Compares state only, so it may be stopped anywhere and run again.
 */
export async function scheduleAlerts(payload: Payload): Promise<void> {
  const problems: unknown[] = [];
  const intents = await findIntents(payload);
  await noteUnpublished(payload, intents);
  for (const intent of intents) {
    // One article that cannot be read must not keep the others waiting.
    await handleIntent(payload, intent).catch((error: unknown) => problems.push(error));
  }
  if (problems.length === 1) throw problems[0];
  if (problems.length > 1) throw new AggregateError(problems, `${String(problems.length)} alerts`);
}

async function findIntents(payload: Payload): Promise<Intent[]> {
  const { docs } = await payload.db.find<Intent>({
    collection: 'articles',
    where: {
      and: [
        { _status: { equals: 'published' } },
        { 'alert.requestedAt': { exists: true } },
        { 'alert.handledAt': { exists: false } },
      ],
    },
    limit: 50,
    pagination: false,
    sort: 'id',
  });
  return docs;
}

/** A mailing that waits for an article that is off the site says so, or it would show an old reason. */
async function noteUnpublished(payload: Payload, intents: readonly Intent[]): Promise<void> {
  const wanted = new Set(intents.map(({ id }) => id));
  const { docs } = await payload.db.find<MailingRow>({
    collection: 'mailings',
    where: {
      and: [{ status: { equals: 'held' } }, { heldReason: { not_equals: reasons.unpublished } }],
    },
    limit: 50,
    pagination: false,
  });
  for (const { id, article } of docs) {
    if (article === null || wanted.has(article)) continue;
    const { totalDocs } = await payload.db.count({
      collection: 'articles',
      where: { and: [{ id: { equals: article } }, { _status: { equals: 'published' } }] },
    });
    if (totalDocs > 0) continue;
    await payload.db.updateOne({
      collection: 'mailings',
      where: { and: [{ id: { equals: id } }, { status: { equals: 'held' } }] },
      data: { heldReason: reasons.unpublished },
      options: { atomic: true },
    });
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
    await markHandled(payload, intent, mailing);
    return;
  }
  await withUnfrozen(payload, mailing.id, async (claimed) => {
    const frozen = await freezeWhenLive(payload, claimed, (article) =>
      freezeMailing(payload, { mailing: claimed.row, lease: claimed.lease, article }),
    );
    if (frozen) await markHandled(payload, intent, frozen);
  });
}

/** The article's wish is met (or withdrawn by a person). `updatedAt` stays: nothing readers see changed. */
async function markHandled(payload: Payload, intent: Intent, mailing: MailingRow): Promise<void> {
  if (mailing.decision === 'cancel' && mailing.frozenAt === null) {
    await payload.db.updateOne({
      collection: 'mailings',
      id: mailing.id,
      data: { status: 'cancelled' },
    });
  }
  killPoint('before-handled');
  await payload.db.updateOne({
    collection: 'articles',
    id: intent.id,
    data: {
      alert: { requestedAt: intent.alert.requestedAt, handledAt: new Date().toISOString() },
      updatedAt: null,
    },
  });
  killPoint('after-handled');
}
