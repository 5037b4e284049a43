import type { Payload } from 'payload';
import {
  documentTypeNames,
  type Change,
  type DocumentType,
} from '../../../content/model/documents.ts';
import { sourceOfType } from './change-sources.ts';
import {
  readOptionalText,
  readReference,
  readText,
  type PayloadDocument,
} from '../../mapping/read-document.ts';
import { readCollection, type ReadableSource } from './read-source.ts';

/** Tombstones of these types. Those whose document exists (again) say nothing and are left out. */
export function readTombstones(payload: Payload, types: readonly DocumentType[]): ReadableSource {
  const tombstones = readCollection(payload, {
    collection: 'tombstones',
    // No equality on an indexed field where it can be avoided: see `Source.where`.
    where: {
      and: [
        { isConfirmed: { not_equals: false } },
        ...(types.length < documentTypeNames.length ? [{ type: { in: [...types] } }] : []),
      ],
    },
  });
  return {
    rows: tombstones.rows,
    load: async (ids) => findUnrefuted(payload, await tombstones.load(ids)),
  };
}

/** Those of the tombstones whose document is not in the database. */
export async function findUnrefuted(
  payload: Payload,
  tombstones: readonly PayloadDocument[],
): Promise<PayloadDocument[]> {
  const alive = new Set<string>();
  for (const type of new Set(tombstones.map(typeOf))) {
    const source = sourceOfType(type);
    if (source === undefined || 'global' in source) continue;
    const ids = tombstones.filter((each) => typeOf(each) === type).map(documentIdOf);
    const { docs } = await payload.db.find({
      collection: source.collection,
      where: { id: { in: ids } },
      limit: ids.length,
      pagination: false,
      select: { updatedAt: true },
    });
    for (const document of docs) alive.add(`${type} ${readReference(document) ?? ''}`);
  }
  return tombstones.filter((each) => !alive.has(`${typeOf(each)} ${documentIdOf(each)}`));
}

/** Throws when the tombstone names a type the site does not know. */
export function toRemoved(tombstone: PayloadDocument): Change {
  const of = documentTypeNames.find((type) => type === tombstone['type']);
  if (of === undefined) throw new Error(`a tombstone of an unknown type: ${typeOf(tombstone)}`);
  const path = readOptionalText(tombstone['path']) ?? null;
  return { type: 'removed', of, id: documentIdOf(tombstone), path };
}

const typeOf = (tombstone: PayloadDocument) => readText(tombstone['type']);
const documentIdOf = (tombstone: PayloadDocument) => readText(tombstone['documentId']);
