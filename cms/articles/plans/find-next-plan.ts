import type { Payload } from 'payload';
import { z } from 'zod';
import { hasWaitingChange, readPlan } from './plans.ts';

const waitingJob = z.object({
  waitUntil: z.string(),
  input: z.object({ type: z.enum(['publish', 'unpublish']) }),
});

/** What «Planlegg publisering» will do to an article, and when (ISO 8601). */
export interface Plan {
  type: 'publish' | 'unpublish';
  at: string;
  /** Whether the article was changed since by somebody who did not approve that. */
  hasWaitingChange: boolean;
}

/** The first of an article's plans that still waits for its time; null when there is none. */
export async function findNextPlan(payload: Payload, articleId: string): Promise<Plan | null> {
  const { docs } = await payload.db.find({
    collection: 'payload-jobs',
    where: {
      and: [
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
        { taskSlug: { equals: 'schedulePublish' } },
        { 'input.doc.value': { equals: articleId } },
      ],
    },
    sort: 'waitUntil',
    limit: 1,
  });
  const job = waitingJob.safeParse(docs[0]).data;
  if (job === undefined) return null;
  const plan = readPlan(docs[0]);
  const isWaiting = plan !== undefined && (await hasWaitingChange(payload, plan));
  return { type: job.input.type, at: job.waitUntil, hasWaitingChange: isWaiting };
}
