import { APIError, type CollectionBeforeDeleteHook } from 'payload';
import { findUses } from './find-uses.ts';
import type { UsedCollection } from './pointing-at.ts';
import { text } from './text.ts';

/**
 * Refuses to delete what articles need: a picture, who wrote it, whom it must be open about, where it belongs. Whoever
 * wants a tema or a series gone moves its articles first, and so decides where their readers find them.
 */
export const assertUnused =
  (collection: UsedCollection): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const uses = await findUses(req.payload, collection, String(id));
    if (uses.length === 0) return;
    const titles = uses.map(({ title }) => title || text.untitled);
    throw new APIError(text.refused(titles), 409, null, true);
  };
