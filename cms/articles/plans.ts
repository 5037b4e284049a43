import type { Payload } from 'payload';
import { z } from 'zod';

/** «Planlegg publisering» of an article: a job of Payload's, with what we add to it. */
export interface PublishPlan {
  id: string;
  article: string;
  createdAt: string;
  user: string | null;
  /** The version that is to go out; undefined while that is the newest one. */
  approvedVersion: string | undefined;
  input: Record<string, unknown>;
}

const reference = z.object({ relationTo: z.string(), value: z.coerce.string() });
const job = z.object({
  id: z.coerce.string(),
  createdAt: z.coerce.date().transform((date) => date.toISOString()),
  input: z.looseObject({
    type: z.literal('publish').nullish(),
    doc: reference.extend({ relationTo: z.literal('articles') }),
    user: reference.nullish().catch(null),
    approvedVersion: z.string().optional(),
  }),
});

/** Undefined for what is no plan to publish an article. */
export function readPlan(row: unknown): PublishPlan | undefined {
  const { data } = job.safeParse(row);
  if (data === undefined) return undefined;
  const { id, createdAt, input } = data;
  return {
    ...{ id, createdAt, input, article: input.doc.value, user: input.user?.value ?? null },
    approvedVersion: input.approvedVersion,
  };
}

/** The plans to publish that still wait, of one article or of all. */
export async function waitingPlans(payload: Payload, article?: string): Promise<PublishPlan[]> {
  const { docs } = await payload.db.find({
    collection: 'payload-jobs',
    where: {
      and: [
        { taskSlug: { equals: 'schedulePublish' } },
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
        ...(article === undefined ? [] : [{ 'input.doc.value': { equals: article } }]),
      ],
    },
    limit: 0,
    pagination: false,
  });
  return docs.flatMap((row) => readPlan(row) ?? []);
}

/** From now on the plan publishes this version. */
export async function bindPlan(
  payload: Payload,
  plan: PublishPlan,
  approvedVersion: string,
): Promise<void> {
  await payload.db.updateOne({
    collection: 'payload-jobs',
    id: plan.id,
    data: { input: { ...plan.input, approvedVersion } },
    returning: false,
  });
}
