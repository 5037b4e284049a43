import type { CollectionConfig } from 'payload';
import { text } from './text.ts';

const time = (name: string) => ({ name, type: 'date' as const, index: true });
const nobody = () => false;
/** Written and read by the addresses of this folder alone: what somebody is asked to approve is between her and the newsroom. */
const closed = { create: nobody, read: nobody, update: nobody, delete: nobody };

/** What one person was asked to look over, as it stood then; see `read-checks.ts`. */
export const QuoteChecks: CollectionConfig = {
  slug: 'quote-checks',
  labels: text.labels.checks,
  admin: { hidden: true },
  access: closed,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'article', type: 'text', required: true, index: true },
    { name: 'name', type: 'text', required: true },
    { name: 'email', type: 'text' },
    { name: 'askedBy', type: 'text' },
    time('at'),
    time('expiresAt'),
    time('endedAt'),
    time('mailedAt'),
    { name: 'quotes', type: 'json', required: true },
  ],
};

/** What she did, a row each: nothing is ever written over. */
export const QuoteAnswers: CollectionConfig = {
  slug: 'quote-answers',
  labels: text.labels.answers,
  admin: { hidden: true },
  access: closed,
  lockDocuments: false,
  timestamps: false,
  fields: [
    { name: 'check', type: 'text', required: true, index: true },
    time('at'),
    { name: 'act', type: 'text', required: true },
    /** Place among the quotes of the check, from 0. */
    { name: 'quote', type: 'number' },
    { name: 'comment', type: 'textarea' },
  ],
};
