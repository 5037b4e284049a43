import type { Payload } from 'payload';
import { z } from 'zod';
import { text } from '../../delivery-feed/text.ts';
import { formatClock } from '../../delivery-feed/receipts/format-times.ts';

const failedJob = z.object({
  waitUntil: z.string().nullish(),
  createdAt: z.string(),
  error: z.object({ message: z.string() }).partial().nullish().catch(null),
});

/**
 * The newest planned publication of an article that failed when its time came, as a sentence for the editor;
 * empty when there is none, or the article was saved as published after it.
 */
export async function findMissedPlan(
  payload: Payload,
  { articleId, publishedAt, now }: { articleId: string; publishedAt: string | null; now: Date },
): Promise<string> {
  const { docs } = await payload.db.find({
    collection: 'payload-jobs',
    where: {
      and: [
        { hasError: { equals: true } },
        { taskSlug: { equals: 'schedulePublish' } },
        { 'input.doc.value': { equals: articleId } },
      ],
    },
    sort: '-createdAt',
    limit: 1,
  });
  const job = failedJob.safeParse(docs[0]).data;
  if (job === undefined) return '';
  const due = job.waitUntil ?? job.createdAt;
  if (publishedAt !== null && publishedAt > due) return '';
  return text.problems.planFailed(formatClock(due, now), job.error?.message ?? '');
}
