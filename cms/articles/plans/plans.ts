import type { Payload } from 'payload';
import { z } from 'zod';
import { readReference } from '../../mapping/read-document.ts';

/** What an editor approved: the article as it was, kept with the plan, and when it was saved like that (ISO 8601). */
export interface Approved {
  at: string;
  content: Record<string, unknown>;
  /** What its readers would have seen of each document it shows, as a hash; absent in plans of earlier versions. */
  shown?: Record<string, string> | undefined;
  /** Whether readers had the article then: who takes it off has said that they shall not. Absent as above. */
  wasOut?: boolean | undefined;
}

/** «Planlegg publisering» of an article: a job of Payload's, with what we add to it. */
export interface Plan {
  /** Empty while the plan is being made. */
  id: string;
  article: string;
  type: 'publish' | 'unpublish';
  /** When it is due (ISO 8601). */
  at: string;
  createdAt: string;
  user: string | null;
  /** Up to when it is known what became of the article (ISO 8601): what a person publishes later overtakes the plan. */
  knownUntil: string;
  /** Which state of the article the planner saw: its `updatedAt`; undefined where she did not say. */
  seen: string | undefined;
  /** Only of a plan to publish. */
  approved: Approved | undefined;
  /** It was made by somebody who may publish, or by the system: it holds whatever becomes of her account. */
  isByEditor: boolean;
  /** Why it failed when its time came; null while it waits. */
  failure: string | null;
  /** After how many failures it is tried again by itself, and when (ISO 8601); null when it is not. */
  retry: { count: number; at: string } | null;
  /** What Payload's task is given. */
  input: Record<string, unknown>;
}

const time = z.coerce.date().transform((date) => date.toISOString());
const reference = z.object({
  relationTo: z.string(),
  value: z.unknown().transform((value) => readReference(value)),
});
const jobSchema = z.object({
  id: z.coerce.string().default(''),
  createdAt: time.default(() => new Date().toISOString()),
  waitUntil: time.nullish().catch(null),
  hasError: z.boolean().nullish(),
  error: z.object({ message: z.string() }).partial().nullish().catch(null),
  taskSlug: z.literal('schedulePublish'),
  input: z.looseObject({
    type: z.enum(['publish', 'unpublish']).nullish(),
    doc: reference.extend({ relationTo: z.literal('articles') }),
    user: reference.nullish().catch(null),
    approved: z
      .object({
        at: z.string(),
        content: z.looseObject({}),
        shown: z.record(z.string(), z.string()).optional().catch(undefined),
        wasOut: z.boolean().optional().catch(undefined),
      })
      .optional(),
    isByEditor: z.boolean().optional(),
    seen: z.iso.datetime({ offset: true }).optional().catch(undefined),
    knownUntil: z.string().optional().catch(undefined),
    retry: z.object({ count: z.number(), at: z.string() }).nullish(),
  }),
});

/** Undefined for a job that is no plan of an article. */
export function readPlan(job: unknown): Plan | undefined {
  const { data } = jobSchema.safeParse(job);
  const article = data?.input.doc.value ?? null;
  if (data === undefined || article === null) return undefined;
  const { id, createdAt, waitUntil, hasError, error, input } = data;
  return {
    id,
    article,
    type: input.type ?? 'publish',
    at: waitUntil ?? createdAt,
    createdAt,
    user: input.user?.value ?? null,
    seen: input.seen,
    knownUntil: input.knownUntil ?? createdAt,
    approved: input.type === 'unpublish' ? undefined : input.approved,
    // Plans from before this was written down kept what was approved only when they were an editor's.
    isByEditor: input.isByEditor ?? input.approved !== undefined,
    retry: input.retry ?? null,
    failure: hasError === true ? (error?.message ?? '') : null,
    input: readInput(job),
  };
}

/** As it was stored: what was parsed has other references. */
const readInput = (job: unknown) => z.object({ input: z.looseObject({}) }).parse(job).input;

/** The plans that were not carried out, of one article or of all, the next one first; those that failed too. */
export async function findPlans(payload: Payload, article?: string): Promise<Plan[]> {
  const { docs } = await payload.db.find({
    collection: 'payload-jobs',
    where: {
      and: [
        { taskSlug: { equals: 'schedulePublish' } },
        { completedAt: { exists: false } },
        ...(article === undefined ? [] : [{ 'input.doc.value': { equals: article } }]),
      ],
    },
    sort: 'waitUntil',
    limit: 0,
    pagination: false,
  });
  return docs.flatMap((job) => readPlan(job) ?? []);
}

/** Those of an article that failed and that something else has taken the place of, or that somebody let go; how many. */
export async function dropFailedPlans(
  payload: Payload,
  article: string,
  isOver: (plan: Plan) => boolean,
): Promise<number> {
  const failed = (await findPlans(payload, article)).filter(({ failure }) => failure !== null);
  const over = failed.filter(isOver);
  for (const { id } of over) {
    await payload.db.deleteOne({ collection: 'payload-jobs', where: { id: { equals: id } } });
  }
  return over.length;
}

/** Changes what a plan carries with it. */
export async function updatePlan(payload: Payload, plan: Plan, data: object): Promise<void> {
  await payload.db.updateOne({
    collection: 'payload-jobs',
    id: plan.id,
    data: { input: { ...plan.input, ...data } },
    returning: false,
  });
}

/** The plans to publish that still wait for their time, or for their next try, of one article or of all. */
export const findWaitingPlans = async (payload: Payload, article?: string): Promise<Plan[]> =>
  (await findPlans(payload, article)).filter(
    ({ type, failure, retry }) => type === 'publish' && (failure === null || retry !== null),
  );

/**
 * The article is about to be changed for readers by another plan, or by the system: that does not overtake this one. What a
 * person published before (`lastAt`) still does. To be added to what `updatePlan` writes.
 */
export const knowingNow = ({ knownUntil }: Plan, lastAt: string | null | undefined) =>
  (lastAt ?? '') > knownUntil ? {} : { knownUntil: new Date().toISOString() };
