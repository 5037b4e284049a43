import type { Payload } from 'payload';
import type { Change, DocumentType } from '../../content/model/documents.ts';
import type { CollectionSource } from './change-sources.ts';
import {
  readOptionalText,
  readReference,
  readText,
  type PayloadDocument,
} from './read-document.ts';
import { readCollection, type ReadableSource } from './read-source.ts';

/** Tombstones of one type. Those whose document exists (again) say nothing and are left out. */
export function readTombstones(payload: Payload, source: CollectionSource): ReadableSource {
  const tombstones = readCollection(payload, {
    collection: 'tombstones',
    where: { and: [{ type: { equals: source.type } }, { isConfirmed: { equals: true } }] },
  });
  return {
    rows: tombstones.rows,
    load: async (ids) => {
      const found = await tombstones.load(ids);
      const alive = await existing(payload, source, found.map(documentIdOf));
      return found.filter((tombstone) => !alive.has(documentIdOf(tombstone)));
    },
  };
}

/** Those of the ids whose document is in the database. */
export async function existing(
  payload: Payload,
  { collection }: Pick<CollectionSource, 'collection'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { docs } = await payload.db.find({
    collection,
    where: { id: { in: [...ids] } },
    limit: ids.length,
    pagination: false,
    select: { updatedAt: true },
  });
  return new Set(docs.map((document) => readReference(document) ?? ''));
}

export const toRemoved = (of: DocumentType, tombstone: PayloadDocument): Change => ({
  type: 'removed',
  of,
  id: documentIdOf(tombstone),
  path: readOptionalText(tombstone['path']) ?? null,
});

const documentIdOf = (tombstone: PayloadDocument) => readText(tombstone['documentId']);
