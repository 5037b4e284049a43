import type { CollectionSlug, Payload } from 'payload';
import { readRows, type PayloadDocument } from '../../mapping/read-document.ts';

/** What a publication is made of, in the order that it can be written in: what others refer to comes first. */
export const kept = [
  ...(['media', 'files', 'categories', 'series', 'organisations', 'authors'] as const),
  ...(['articles', 'redirects', 'tombstones'] as const),
];
export type Kept = (typeof kept)[number];
export const keptGlobals = ['publication', 'front-page'] as const;

const pageSize = 200;

/** Every row of a collection, as the database has it, a page at a time and in the order of their ids. */
export async function* rowsOf(
  payload: Payload,
  collection: CollectionSlug,
): AsyncGenerator<PayloadDocument> {
  let after = '';
  for (;;) {
    const { docs } = await payload.db.find({
      collection,
      where: after === '' ? {} : { id: { greater_than: after } },
      ...{ sort: 'id', limit: pageSize, pagination: false },
    });
    const rows = readRows(docs);
    yield* rows;
    after = String(rows.at(-1)?.['id'] ?? '');
    if (rows.length < pageSize) return;
  }
}

/** The newest state of each article that is not the one that is out. */
export async function newestDrafts(
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, PayloadDocument>> {
  const { docs } = await payload.db.queryDrafts({
    ...{ collection: 'articles', where: { parent: { in: [...ids] } }, pagination: false },
  });
  return new Map(readRows(docs).map((row) => [String(row['id']), row]));
}
