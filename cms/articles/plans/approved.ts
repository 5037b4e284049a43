import type { Payload } from 'payload';
import { bookkeeping } from '../releases/bookkeeping.ts';
import { readText } from '../../mapping/read-document.ts';
import { isSameContent } from '../releases/is-same-content.ts';
import { newestVersion, type VersionRow } from '../saves/saves.ts';
import { hashShown } from './changed-uses.ts';
import { updatePlan, type Approved, type Plan } from './plans.ts';

/** From now on the plan publishes this. */
export const bindPlan = (payload: Payload, plan: Plan, approved: Approved): Promise<void> =>
  updatePlan(payload, plan, { approved, isByEditor: true, knownUntil: new Date().toISOString() });

/** The newest state of an article, as a plan keeps it; undefined when there is none. */
export async function newestContent(
  payload: Payload,
  article: string,
): Promise<Approved | undefined> {
  const newest = await newestVersion({ payload }, article);
  if (newest === undefined) return undefined;
  const content = contentOf(payload, newest);
  const shown = await hashShown(payload, article, content);
  return { at: asTime(newest.updatedAt), content, shown, wasOut: await isOut(payload, article) };
}

async function isOut(payload: Payload, article: string): Promise<boolean> {
  const main = await payload.db.findOne<{ id: string; _status?: string }>({
    collection: 'articles',
    where: { id: { equals: article } },
  });
  return main?._status === 'published';
}

/** Whether an article was last saved at this time (its `updatedAt`). */
export async function isNewest(payload: Payload, article: string, seen: string): Promise<boolean> {
  const newest = await newestVersion({ payload }, article);
  const savedAt = readText(newest?.version['updatedAt']);
  return savedAt !== '' && Date.parse(savedAt) === Date.parse(seen);
}

/** Every field of a version; what it leaves empty is empty, and not what a later draft has there. */
export function contentOf(payload: Payload, { version }: VersionRow): Record<string, unknown> {
  const names = payload.collections['articles'].config.flattenedFields
    .map(({ name }) => name)
    .filter((name) => !bookkeeping.includes(name));
  return Object.fromEntries(names.map((name) => [name, version[name] ?? null]));
}

/** Whether the article was changed since, by somebody who did not approve that. */
export async function hasWaitingChange(
  payload: Payload,
  { article, approved }: Plan,
): Promise<boolean> {
  if (approved === undefined) return false;
  const newest = await newestVersion({ payload }, article);
  return newest !== undefined && !isAsApproved(newest.version, approved);
}

/** The same for readers, and the same for those who would get a mail about it. */
const isAsApproved = (version: Record<string, unknown>, { content }: Approved): boolean =>
  (version['sendAlert'] ?? null) === (content['sendAlert'] ?? null) &&
  isSameContent(version, content);

const asTime = (value: string | Date) => new Date(value).toISOString();
