import type { CollectionConfig } from 'payload';
import { isEditor } from '../../access.ts';
import { onlyTheSystem } from '../only-the-system.ts';
import {
  choiceField,
  hiddenNumber,
  hiddenText,
  listField,
  textField,
  timeField,
} from '../fields.ts';
import { text } from '../text.ts';

const words = text.deliveries;

/** One mailing × one subscriber: the answer to "why did this person not get the mail?". */
export const Deliveries: CollectionConfig = {
  slug: 'deliveries',
  labels: { singular: words.singular, plural: words.plural },
  admin: {
    group: text.group,
    useAsTitle: 'key',
    defaultColumns: ['mailing', 'subscriber', 'state', 'reason', 'afterwards'],
    listSearchableFields: ['subscriber.email', 'resendId', 'key'],
    hideAPIURL: true,
  },
  access: {
    read: isEditor,
    create: onlyTheSystem,
    update: onlyTheSystem,
    delete: onlyTheSystem,
  },
  disableDuplicate: true,
  // A mailing to a million has a million rows: whatever is asked of it is asked by these.
  indexes: [
    { fields: ['mailing', 'position'] },
    { fields: ['mailing', 'state', 'afterwards'] },
    { fields: ['digest', 'mailing'] },
  ],
  lockDocuments: false,
  fields: [
    {
      name: 'mailing',
      label: words.mailing,
      type: 'relationship',
      relationTo: 'mailings',
      index: true,
      admin: { readOnly: true },
    },
    {
      name: 'subscriber',
      label: words.subscriber,
      type: 'relationship',
      relationTo: 'subscribers',
      index: true,
      admin: { readOnly: true },
    },
    choiceField('state', words.state, words.states),
    textField('reason', words.reason),
    timeField('acceptedAt', words.acceptedAt),
    choiceField('afterwards', words.afterwards, words.afterwardsStates),
    listField('events', words.events, words.noEvents),
    textField('resendId', words.resendId, { index: true }),
    textField('key', words.key, { required: true, unique: true, index: true }),
    hiddenText('slot', { required: true, unique: true, index: true }),
    hiddenNumber('position'),
    hiddenText('digest', { index: true }),
    { name: 'contents', type: 'json', hidden: true },
  ],
};
