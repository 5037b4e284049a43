import type { CollectionSlug, Payload } from 'payload';
import { readReference, readRows, type PayloadDocument } from './read-document.ts';

/** The documents in the order of `ids`; those deleted since are left out. */
export async function loadDocuments(
  payload: Payload,
  collection: CollectionSlug,
  ids: readonly string[],
): Promise<PayloadDocument[]> {
  if (ids.length === 0) return [];
  const { docs } = await payload.db.find({
    collection,
    where: { id: { in: [...ids] } },
    limit: ids.length,
    pagination: false,
  });
  const byId = new Map(readRows(docs).map((document) => [readReference(document), document]));
  return ids.map((id) => byId.get(id)).filter((document) => document !== undefined);
}
