import type { Payload } from 'payload';
import { z } from 'zod';

const waitingJob = z.object({
  waitUntil: z.string(),
  input: z.object({ type: z.enum(['publish', 'unpublish']) }),
});

/** What «Planlegg publisering» will do to an article, and when (ISO 8601). */
export interface Plan {
  type: 'publish' | 'unpublish';
  at: string;
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
  return job === undefined ? null : { type: job.input.type, at: job.waitUntil };
}
