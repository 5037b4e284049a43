import type { Payload } from 'payload';
import { z } from 'zod';
import { isSameContent } from '../releases/is-same-content.ts';
import { newestVersion, type VersionRow } from '../saves/saves.ts';

/** What an editor approved: the article as it was, kept with the plan, and when it was saved like that (ISO 8601). */
export interface Approved {
  at: string;
  content: Record<string, unknown>;
}

/** «Planlegg publisering» of an article: a job of Payload's, with what we add to it. */
export interface PublishPlan {
  id: string;
  article: string;
  createdAt: string;
  user: string | null;
  approved: Approved | undefined;
  input: Record<string, unknown>;
}

const reference = z.object({ relationTo: z.string(), value: z.coerce.string() });
const input = z.looseObject({
  type: z.literal('publish').nullish(),
  doc: reference.extend({ relationTo: z.literal('articles') }),
  user: reference.nullish().catch(null),
  approved: z.object({ at: z.string(), content: z.looseObject({}) }).optional(),
});
const job = z.object({
  id: z.coerce.string().default(''),
  createdAt: z.coerce
    .date()
    .default(() => new Date())
    .transform((date) => date.toISOString()),
  taskSlug: z.literal('schedulePublish'),
  input,
});

/** Undefined for what is no plan to publish an article. A plan that is being made has no id. */
export function readPlan(row: unknown): PublishPlan | undefined {
  const { data } = job.safeParse(row);
  if (data === undefined) return undefined;
  const { id, createdAt, input } = data;
  const user = input.user?.value ?? null;
  return { id, createdAt, input, article: input.doc.value, user, approved: input.approved };
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

/** From now on the plan publishes this. */
export async function bindPlan(
  payload: Payload,
  plan: PublishPlan,
  approved: Approved,
): Promise<void> {
  await payload.db.updateOne({
    collection: 'payload-jobs',
    id: plan.id,
    data: { input: { ...plan.input, approved } },
    returning: false,
  });
}

/** The newest state of an article, as a plan keeps it; undefined when there is none. */
export async function newestContent(
  payload: Payload,
  article: string,
): Promise<Approved | undefined> {
  const newest = await newestVersion({ payload }, article);
  return newest && { at: asTime(newest.updatedAt), content: contentOf(payload, newest) };
}

const bookkeeping = new Set(['id', 'createdAt', 'updatedAt', 'published', 'alert', 'savedFrom']);

/** Every field of a version; what it leaves empty is empty, and not what a later draft has there. */
export function contentOf(payload: Payload, { version }: VersionRow): Record<string, unknown> {
  const names = payload.collections['articles'].config.flattenedFields
    .map(({ name }) => name)
    .filter((name) => !bookkeeping.has(name));
  return Object.fromEntries(names.map((name) => [name, version[name] ?? null]));
}

/** Whether the article was changed since, by somebody who did not approve that. */
export async function hasWaitingChange(
  payload: Payload,
  { article, approved }: Pick<PublishPlan, 'article' | 'approved'>,
): Promise<boolean> {
  if (approved === undefined) return false;
  const newest = await newestVersion({ payload }, article);
  return newest !== undefined && !isSameContent(newest.version, approved.content);
}

const asTime = (value: string | Date) => new Date(value).toISOString();
