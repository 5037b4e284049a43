import type { CollectionConfig } from 'payload';
import { isAdmin } from '../../access.ts';
import { onlyTheSystem } from '../only-the-system.ts';
import { hiddenText } from '../fields.ts';
import { batchStates } from '../store/states.ts';
import { text } from '../text.ts';

/** One request to the provider: which positions of a mailing, its exact bytes, its key, its answer. */
export const Batches: CollectionConfig = {
  slug: 'batches',
  labels: { singular: text.batches.singular, plural: text.batches.plural },
  admin: { group: text.group, hidden: true, useAsTitle: 'key' },
  access: {
    read: isAdmin,
    create: onlyTheSystem,
    update: onlyTheSystem,
    delete: onlyTheSystem,
  },
  disableDuplicate: true,
  indexes: [{ fields: ['mailing', 'state', 'firstPosition'] }],
  lockDocuments: false,
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'mailing', type: 'relationship', relationTo: 'mailings', index: true },
    { name: 'firstPosition', type: 'number' },
    { name: 'lastPosition', type: 'number' },
    { name: 'state', type: 'select', options: [...batchStates], index: true },
    { name: 'generation', type: 'number' },
    { name: 'attempts', type: 'number' },
    { name: 'openAttempts', type: 'number' },
    { name: 'firstAttemptAt', type: 'date' },
    { name: 'nextAttemptAt', type: 'date', index: true },
    { name: 'lastProblem', type: 'text' },
    { name: 'idempotencyKey', type: 'text' },
    { name: 'requestHash', type: 'text' },
    { name: 'request', type: 'textarea', hidden: true },
    { name: 'positions', type: 'json', hidden: true },
    { name: 'answer', type: 'json', hidden: true },
    hiddenText('leaseToken'),
    { name: 'leaseUntil', type: 'date', hidden: true },
  ],
};
