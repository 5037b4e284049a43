import type { Payload, Where } from 'payload';
import { findWaitingPlans } from '../articles/plans/plans.ts';
import {
  readReference,
  readRows,
  readText,
  type PayloadDocument,
} from '../mapping/read-document.ts';
import { keepBodyUses } from './keep-body-uses.ts';
import { pointingAt, type UsedCollection } from './pointing-at.ts';
import type { Use } from './uses-schema.ts';

/** Where a document is shown: articles that are out, planned or being written, and portraits. */
export async function findUses(
  payload: Payload,
  collection: UsedCollection,
  id: string,
): Promise<Use[]> {
  await keepBodyUses(payload);
  const uses = [
    ...(await findArticles(payload, pointingAt(collection, id))),
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

async function findArticles(payload: Payload, pointing: readonly Where[]): Promise<Use[]> {
  const found: Use[] = [];
  for (const way of pointing) {
    for (const { draft, where } of states) {
      const { docs } = await payload.find({
        collection: 'articles',
        draft,
        where: { and: [where, way] },
        depth: 0,
        limit: 0,
        pagination: false,
        select: { title: true, _status: true },
      });
      found.push(...readRows(docs).map(toUse));
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
