import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Payload, Where } from 'payload';
import { findWaitingPlans } from '../articles/plans/plans.ts';
import {
  readReference,
  readRows,
  readText,
  type PayloadDocument,
} from '../mapping/read-document.ts';
import type { Use } from './uses-schema.ts';

export type UsedCollection = 'media' | 'authors' | 'categories' | 'series' | 'organisations';

/** Fields of an article that point at a document, by its collection. */
export const usingFields: Record<UsedCollection, readonly string[]> = {
  media: ['heroImage'],
  authors: ['authors'],
  categories: ['category'],
  series: ['series'],
  organisations: ['organisations', 'interviewees.organisation'],
};
/** These may also stand in the text itself. */
const inBody = new Set<UsedCollection>(['media', 'organisations']);
const batch = 25;

/** Where a document is shown: articles that are out, planned or being written, and portraits. */
export async function findUses(
  payload: Payload,
  collection: UsedCollection,
  id: string,
): Promise<Use[]> {
  const pointing: Where = {
    or: usingFields[collection].map((field) => ({ [field]: { equals: id } })),
  };
  const uses = [
    ...(await findArticles(payload, pointing)),
    ...(inBody.has(collection) ? await findInBodies(payload, id) : []),
    ...(collection === 'media' ? await findPortraits(payload, id) : []),
    ...(await findInPlans(payload, id)),
  ];
  const once = new Map(uses.map((use) => [use.collection + use.id, use]));
  for (const use of uses) if (use.isPublished) once.set(use.collection + use.id, use);
  return [...once.values()];
}

/** What is out, and the newest drafts. */
const states = [
  { draft: false, where: { _status: { equals: 'published' } } },
  { draft: true, where: { _status: { equals: 'draft' } } },
] as const;

async function findArticles(payload: Payload, pointing: Where): Promise<Use[]> {
  const found: Use[] = [];
  for (const { draft, where } of states) {
    const { docs } = await payload.find({
      collection: 'articles',
      draft,
      where: { and: [where, pointing] },
      depth: 0,
      limit: 0,
      pagination: false,
      select: { title: true, _status: true },
    });
    found.push(...readRows(docs).map(toUse));
  }
  return found;
}

/** Bodies are JSON, which no database here searches: they are read, some at a time. */
async function findInBodies(payload: Payload, id: string): Promise<Use[]> {
  const found: Use[] = [];
  for (const { draft, where } of states) {
    for (let page = 1, more = true; more; page += 1) {
      const answer = await payload.find({
        collection: 'articles',
        draft,
        where,
        depth: 0,
        limit: batch,
        page,
        sort: 'id',
        select: { title: true, _status: true, body: true },
      });
      const rows = readRows(answer.docs);
      found.push(
        ...rows.filter(({ body }) => JSON.stringify(body ?? null).includes(`"${id}"`)).map(toUse),
      );
      more = answer.hasNextPage;
      await nextTurn(); // bodies are long, and others want the processor, too
    }
  }
  return found;
}

/** What was approved may show it after the draft has let go of it. Ids are long: where one is found, it is meant. */
async function findInPlans(payload: Payload, id: string): Promise<Use[]> {
  const plans = await findWaitingPlans(payload);
  const articles = plans
    .filter(({ approved }) => JSON.stringify(approved?.content ?? null).includes(`"${id}"`))
    .map(({ article }) => article);
  if (articles.length === 0) return [];
  const { docs } = await payload.find({
    collection: 'articles',
    draft: true,
    where: { id: { in: articles } },
    depth: 0,
    pagination: false,
    select: { title: true },
  });
  return readRows(docs).map(toUse);
}

async function findPortraits(payload: Payload, id: string): Promise<Use[]> {
  const { docs } = await payload.db.find({
    collection: 'authors',
    where: { photo: { equals: id } },
    limit: 0,
    pagination: false,
  });
  return readRows(docs).map((row) => ({
    ...{ collection: 'authors' as const, id: readReference(row) ?? '' },
    ...{ title: readText(row['name']), isPublished: true },
  }));
}

const toUse = (row: PayloadDocument): Use => ({
  collection: 'articles',
  id: readReference(row) ?? '',
  title: readText(row['title']),
  isPublished: row['_status'] === 'published',
});
