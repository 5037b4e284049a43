import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  Payload,
  PayloadRequest,
  Where,
} from 'payload';
import { readRows, readText, readTime } from '../mapping/read-document.ts';
import { writeLog } from '../log/write-log.ts';
import { showMediaAgain } from './show-media.ts';

/** When somebody lengthens the rights to a picture, or finds that they do not end, it may be seen again. */
export const renewRights: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const until = readTime({ ...originalDoc, ...data }.rightsUntil);
  const isOver = until !== null && until <= new Date().toISOString();
  return isOver ? data : { ...data, rightsEndedAt: null };
};

export const showRenewed: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  if (previousDoc?.rightsEndedAt && !doc.rightsEndedAt)
    await showMediaAgain(req.payload, String(doc.id));
  return doc;
};

/**
 * Takes pictures whose rights have ended off everything: pages are made without them, the share cards, the files in the
 * CMS. The articles stay as they are. Compares state; may be killed and asked again.
 */
export async function endRights(
  payload: Payload,
  now = new Date(),
  req: Partial<PayloadRequest> = {},
): Promise<void> {
  const over: Where[] = [
    { rightsUntil: { less_than_equal: now.toISOString() } },
    { rightsEndedAt: { exists: false } },
  ];
  const { docs } = await payload.db.find({
    collection: 'media',
    where: { and: over },
    select: { alt: true, filename: true },
    pagination: false,
    req,
  });
  for (const { id, alt, filename } of readRows(docs)) {
    // Somebody may have lengthened them since.
    const ended: unknown = await payload.db.updateOne({
      collection: 'media',
      where: { and: [{ id: { equals: id } }, ...over] },
      options: { atomic: true },
      data: {
        ...{ rightsEndedAt: now.toISOString(), isPublic: false },
        updatedAt: new Date().toISOString(),
      },
    });
    if (ended === null || ended === undefined) continue;
    const what = readText(alt) || readText(filename);
    await writeLog({ payload, user: null }, { act: 'rights-ended', what, document: String(id) });
  }
}
