import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { articlesOf } from './mailings.ts';
import type { MailingRow } from './rows.ts';

const time = z.union([z.string(), z.date().transform((at) => at.toISOString())]);

/** A published article that asks for an alert. */
const intent = z.object({ id: z.string(), alert: z.object({ requestedAt: time }) });
export type Intent = z.infer<typeof intent>;

/** Those that were not handled. */
export async function findIntents(payload: Payload): Promise<Intent[]> {
  const { docs } = await payload.db.find({
    collection: 'articles',
    where: {
      and: due,
    },
    select: { alert: true },
    limit: 0,
    pagination: false,
    sort: 'id',
  });
  return docs.map((article) => intent.parse(article));
}

/** Whether a published article asks for an alert that has not been put together yet. */
export async function isAlertDue(payload: Payload, article: string): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'articles',
    where: { and: [{ id: { equals: article } }, ...due] },
  });
  return totalDocs > 0;
}

/** `updatedAt` stays: nothing readers see changed. */
export async function markHandled(payload: Payload, { id, alert }: Intent): Promise<void> {
  await payload.db.updateOne({
    collection: 'articles',
    id,
    data: { alert: { ...alert, handledAt: new Date().toISOString() }, updatedAt: null },
  });
}

const published: Where[] = [{ _status: { equals: 'published' } }];
const due: Where[] = [
  ...published,
  { 'alert.requestedAt': { exists: true } },
  { 'alert.handledAt': { exists: false } },
];

const origin = z.object({ title: z.string().nullish(), createdAt: time });

/** What an article is called and when it was begun. */
export async function findOrigin(payload: Payload, article: string) {
  const row: unknown = await payload.db.findOne({
    collection: 'articles',
    where: { id: { equals: article } },
    select: { title: true, createdAt: true },
  });
  return row ? origin.parse(row) : undefined;
}

/** Whether a mailing was about an article that is deleted: it can neither begin nor go on. (A digest is about many.) */
export async function isOfDeleted(
  payload: Payload,
  { kind, article }: Pick<MailingRow, 'kind' | 'article'>,
): Promise<boolean> {
  if (kind === 'digest') return false;
  // SQLite forgets which it was; MongoDB keeps an id that nothing has.
  return article === null || (await findOrigin(payload, article)) === undefined;
}

/** Whether readers can see all that a mailing tells of; of an article that was deleted they see nothing. */
export async function isOnSite(
  payload: Payload,
  { kind, article, contents }: Pick<MailingRow, 'kind' | 'article' | 'contents'>,
): Promise<boolean> {
  const told =
    kind === 'digest'
      ? await articlesOf(payload, contents?.entries.map(({ alert }) => alert) ?? [])
      : [article];
  const ids = told.filter((id) => id !== null);
  const where: Where = { and: [{ id: { in: ids } }, ...published] };
  const { totalDocs } = await payload.db.count({ collection: 'articles', where });
  return ids.length === told.length && totalDocs === new Set(ids).size;
}
