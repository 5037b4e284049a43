import type { CollectionConfig } from 'payload';
import { text } from '../text.ts';

const time = (name: string) => ({ name, type: 'date' as const });

/**
 * What is known of an article's newest release; one row per article. Only the system writes here
 * (through the database, which knows no access rules); anyone who is logged in may read.
 */
export const Receipts: CollectionConfig = {
  slug: 'receipts',
  labels: text.receipts,
  admin: { hidden: true },
  access: {
    create: () => false,
    read: ({ req }) => Boolean(req.user),
    update: () => false,
    delete: () => false,
  },
  fields: [
    { name: 'article', type: 'text', required: true, unique: true, index: true },
    /** `published.revision` of the article, or `removed` once it is taken off the site. */
    { name: 'revision', type: 'text', required: true },
    time('savedAt'),
    time('pulledAt'),
    time('renderedAt'),
    time('verifiedAt'),
    time('listsAt'),
    time('feedsAt'),
    time('searchAt'),
    /** What is wrong and what to do, for the editor. */
    { name: 'problem', type: 'text' },
    time('checkedAt'),
  ],
};
