import type { Where } from 'payload';
import { bodyUse } from '../mapping/body-uses.ts';

export type UsedCollection =
  'media' | 'files' | 'authors' | 'categories' | 'series' | 'organisations';

/** Fields of an article that point at a document, by its collection. */
export const usingFields: Record<UsedCollection, readonly string[]> = {
  media: ['heroImage', 'interviewees.portrait'],
  files: [],
  authors: ['authors'],
  categories: ['category'],
  series: ['series'],
  organisations: ['organisations', 'interviewees.organisation'],
};

/**
 * How articles are asked for that show a document, one question for each way: of several in one, no database uses its
 * indexes. Only after `keepBodyUses`.
 */
export function pointingAt(collection: UsedCollection, id: string): Where[] {
  const fields = usingFields[collection].map((field) => ({ [field]: { equals: id } }));
  const isInBodies =
    collection === 'media' || collection === 'files' || collection === 'organisations';
  return isInBodies ? [...fields, { bodyUses: { equals: bodyUse(collection, id) } }] : fields;
}
