import { APIError, type Config, type Payload } from 'payload';
import { roleOf } from '../../access.ts';
import { isEmbedded, readEnvironment } from '../../environment.ts';
import { text } from '../../text.ts';
import { logDroppedPlan } from './log-plans.ts';
import { readPlan } from './plans.ts';
import { reviveFailedPlans } from './retry-plans.ts';

/** Payload keeps «Planlegg publisering» as jobs; over the net nobody reaches them. */
export const jobs: NonNullable<Config['jobs']> = {
  access: { run: () => false, queue: () => false, cancel: () => false },
};

/**
 * The admin's own panel removes a plan without asking for access. (A hook in the
 * configuration of this collection would send every step of a job through validation, which it fails.)
 */
export function guardPlans(payload: Payload): void {
  const hooks = payload.collections['payload-jobs']?.config.hooks;
  hooks?.beforeDelete.push(({ req }) => {
    if (roleOf(req) !== 'writer') return;
    throw new APIError(text.problems.writerCannotPublish, 403, null, true);
  });
  hooks?.afterDelete.push(async ({ doc, req }) => {
    const plan = readPlan(doc);
    if (plan !== undefined && req.user) await logDroppedPlan(req, plan.article);
  });
}

const staleAfter = 2 * 60_000;
const released = new WeakSet<Payload>();

/** Publishes what is due. */
export async function runScheduledPublishing(payload: Payload): Promise<void> {
  if (!released.has(payload)) {
    released.add(payload);
    // With SQLite this is the only process: whatever is marked as running was killed.
    if (isEmbedded(readEnvironment())) await release(payload, new Date());
  }
  await reviveFailedPlans(payload);
  // Several that are due at once: the earlier one first, whichever was made first.
  await payload.jobs.run({
    queue: 'default',
    limit: 50,
    sequential: true,
    processingOrder: 'waitUntil',
  });
}

/** A job whose process was killed stays marked as running for ever: it is released after two minutes. */
export async function healScheduledPublishing(payload: Payload): Promise<void> {
  await release(payload, new Date(Date.now() - staleAfter));
}

async function release(payload: Payload, before: Date): Promise<void> {
  await payload.db.updateMany({
    collection: 'payload-jobs',
    where: {
      and: [
        { processing: { equals: true } },
        { completedAt: { exists: false } },
        { updatedAt: { less_than: before.toISOString() } },
      ],
    },
    data: { processing: false },
  });
}
