import type { CollectionSlug, Payload } from 'payload';
import { readReference, readRows, type PayloadDocument } from './read-document.ts';

/** MongoDB throws at an id that is no ObjectId; no document has such an id. Ids inside a text are never validated. */
export const isDocumentId = (db: { name: string }, id: string): boolean =>
  db.name !== 'mongoose' || /^[0-9a-f]{24}$/i.test(id);

/** The documents in the order of their ids; those that do not exist are left out. */
export async function loadDocuments(
  payload: Payload,
  collection: CollectionSlug,
  wanted: readonly string[],
): Promise<PayloadDocument[]> {
  const ids = wanted.filter((id) => isDocumentId(payload.db, id));
  if (ids.length === 0) return [];
  const { docs } = await payload.db.find({
    collection,
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
  });
  const byId = new Map(readRows(docs).map((document) => [readReference(document), document]));
  return ids.map((id) => byId.get(id)).filter((document) => document !== undefined);
}
