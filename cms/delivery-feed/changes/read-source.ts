import type { Payload, Where } from 'payload';
import type { CollectionSource, GlobalSource } from './change-sources.ts';
import type { Position } from './changes-cursor.ts';
import { loadDocuments } from '../../mapping/load-documents.ts';
import type { Row } from './plan-pull.ts';
import {
  readReference,
  readRows,
  readTime,
  type PayloadDocument,
} from '../../mapping/read-document.ts';

/** A source that can be looked through cheaply, and whose documents are loaded only when they are sent. */
export interface ReadableSource {
  /** The next `count` rows beyond the position, ordered by (at, id). */
  rows: (position: Position, count: number) => Promise<Row[]>;
  /** The documents in the order of `ids`; those deleted since are left out. */
  load: (ids: readonly string[]) => Promise<PayloadDocument[]>;
}

export const readCollection = (
  payload: Payload,
  { collection, where }: Pick<CollectionSource, 'collection' | 'where'>,
): ReadableSource => ({
  rows: async (position, count) => {
    const { docs } = await payload.db.find({
      collection,
      where: beyond(position, where),
      sort: ['updatedAt', 'id'],
      limit: count,
      pagination: false,
      select: { updatedAt: true },
    });
    return readRows(docs).flatMap(toRow);
  },
  load: (ids) => loadDocuments(payload, collection, ids),
});

/** A global is a source of one document. */
export function readGlobal(
  payload: Payload,
  { global }: Pick<GlobalSource, 'global'>,
): ReadableSource {
  const find = async (select?: { updatedAt: true }): Promise<PayloadDocument[]> => {
    const document: unknown = await payload.db.findGlobal({
      slug: global,
      ...(select && { select }),
    });
    return readRows([document]).map((each) => ({ ...each, id: global }));
  };
  return {
    rows: async (position) =>
      (await find({ updatedAt: true })).flatMap(toRow).filter((row) => isBeyond(row, position)),
    load: async (ids) => (ids.length === 0 ? [] : find()),
  };
}

const isBeyond = (row: Row, { at, id }: Position) => row.at > at || (row.at === at && row.id > id);

/** (updatedAt, id) > position, in the form that an index on `updatedAt` answers. */
function beyond({ at, id }: Position, where: Where | undefined): Where {
  const scope = where === undefined ? [] : [where];
  if (at === '') return { and: scope };
  return {
    and: [
      { updatedAt: { greater_than_equal: at } },
      { or: [{ updatedAt: { greater_than: at } }, { id: { greater_than: id } }] },
      ...scope,
    ],
  };
}

function toRow(document: PayloadDocument): Row[] {
  const id = readReference(document);
  const at = readTime(document['updatedAt']);
  return id === null || at === null ? [] : [{ id, at }];
}
