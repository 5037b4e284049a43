import { APIError, type CollectionBeforeDeleteHook } from 'payload';
import { findUses, type UsedCollection } from './find-uses.ts';
import { text } from './text.ts';

/**
 * Refuses to delete what articles need: a picture, who wrote it, whom it must be open about. A tema or a series may go:
 * its articles lose a label, and its address says that it is gone.
 */
export const assertUnused =
  (collection: UsedCollection): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const uses = await findUses(req.payload, collection, String(id));
    if (uses.length === 0) return;
    const titles = uses.map(({ title }) => title || text.untitled);
    throw new APIError(text.refused(titles), 409, null, true);
  };
