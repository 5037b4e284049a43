import type { Payload, PayloadRequest } from 'payload';
import type { CollectionSource } from './change-sources.ts';
import { readReference, readRows } from '../../mapping/read-document.ts';
import { findUnrefuted } from './read-tombstones.ts';

interface Deletion {
  source: CollectionSource;
  id: string;
  req: PayloadRequest;
}

/** Notes that a document the site knows is about to be deleted. The feed is silent until it is confirmed. */
export async function writeTombstone({ source, id, req }: Deletion): Promise<void> {
  const { db } = req.payload;
  const document = await db.findOne<Record<string, unknown> & { id: string }>({
    collection: source.collection,
    where: { id: { equals: id } },
    req,
  });
  if (document === null || !source.wasPublic(document)) return;
  const data = {
    type: source.type,
    documentId: id,
    path: source.pathOf(document),
    isConfirmed: false,
  };
  await db.create({ collection: 'tombstones', data, req });
}

/** The document is gone: from here on the feed tells it, with the time of this write. */
export async function confirmTombstone({ source, id, req }: Deletion): Promise<void> {
  await req.payload.db.updateMany({
    collection: 'tombstones',
    where: { and: [{ documentId: { equals: id } }, { type: { equals: source.type } }] },
    data: { isConfirmed: true },
    req,
  });
}

/** Of the tombstones that a dead process left open, confirms those whose document is gone and drops the others. */
export async function healTombstones(payload: Payload, now = new Date()): Promise<void> {
  const minuteAgo = new Date(now.getTime() - 60_000).toISOString();
  const { docs } = await payload.db.find({
    collection: 'tombstones',
    where: { and: [{ isConfirmed: { equals: false } }, { updatedAt: { less_than: minuteAgo } }] },
    limit: 100,
    pagination: false,
  });
  const open = readRows(docs);
  const gone = new Set(await findUnrefuted(payload, open));
  for (const tombstone of open) {
    const where = { id: { equals: readReference(tombstone) } };
    if (gone.has(tombstone)) {
      await payload.db.updateOne({ collection: 'tombstones', where, data: { isConfirmed: true } });
    } else {
      await payload.db.deleteMany({ collection: 'tombstones', where });
    }
  }
}
