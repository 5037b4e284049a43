import type { CollectionConfig } from 'payload';
import { text } from '../text.ts';

/**
 * Deleted documents that the site knew. Written before the delete and confirmed after it; one that was never
 * confirmed (the process died between the two) is confirmed or dropped by `healTombstones`.
 */
export const Tombstones: CollectionConfig = {
  slug: 'tombstones',
  labels: text.tombstones,
  admin: { hidden: true },
  access: { create: () => false, read: () => false, update: () => false, delete: () => false },
  fields: [
    /** A `DocumentType` of `content/model/documents.ts`. */
    { name: 'type', type: 'text', required: true, index: true },
    { name: 'documentId', type: 'text', required: true, index: true },
    /** The public address it had. */
    { name: 'path', type: 'text' },
    { name: 'isConfirmed', type: 'checkbox', defaultValue: false, index: true },
  ],
};
