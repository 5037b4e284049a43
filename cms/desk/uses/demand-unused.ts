import { APIError, type CollectionBeforeDeleteHook } from 'payload';
import { deskText } from '../text.ts';
import { findUses, type UsedCollection } from './find-uses.ts';

/** Refuses to delete what articles show: readers would meet a hole, and editors a draft that cannot be saved. */
export const demandUnused =
  (collection: UsedCollection): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const uses = await findUses(req.payload, collection, String(id));
    if (uses.length === 0) return;
    const titles = uses.map(({ title }) => title || deskText.dashboard.untitled);
    throw new APIError(deskText.uses.refused(titles), 409, null, true);
  };
