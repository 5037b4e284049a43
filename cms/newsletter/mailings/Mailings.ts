import type { CollectionConfig } from 'payload';
import { isEditor } from '../../access.ts';
import { onlyTheSystem } from '../only-the-system.ts';
import {
  choiceField,
  countField,
  hiddenText,
  hiddenTime,
  lockAllBut,
  shownWhenFilled,
  textField,
  timeField,
} from '../fields.ts';
import { text } from '../text.ts';
import { panelText } from '../admin/text.ts';

const words = text.mailings;

/** Filled in by the system; an empty one says nothing and is not shown. */
const details = shownWhenFilled([
  textField('subject', words.subject),
  choiceField('kind', words.kind, words.kinds),
  {
    name: 'article',
    label: words.article,
    type: 'relationship',
    relationTo: 'articles',
    index: true,
    admin: { readOnly: true },
  },
  choiceField('status', words.status, words.statuses),
  textField('heldReason', words.heldReason),
  textField('pauseReason', words.pauseReason),
  timeField('pausedUntil', words.pausedUntil),
  timeField('requestedAt', words.requestedAt),
  timeField('frozenAt', words.frozenAt),
  timeField('finishedAt', words.finishedAt),
  countField('candidates', words.candidates),
  countField('waiting', words.waiting),
  countField('accepted', words.accepted),
  countField('excluded', words.excluded),
  countField('failed', words.failed),
  countField('uncertain', words.uncertain),
  { name: 'text', label: words.plainText, type: 'textarea', admin: { readOnly: true } },
  { name: 'html', type: 'textarea', hidden: true },
  hiddenText('contentHash'),
  { name: 'contents', type: 'json', hidden: true },
  hiddenText('seriesSlug'),
  hiddenTime('audienceAt'),
  hiddenTime('aliveAt'),
  hiddenText('key', { required: true, unique: true, index: true }),
  hiddenText('leaseToken'),
  hiddenTime('leaseUntil'),
]);

/** One alert, correction or digest with its frozen audience. `status` and the counts are a copy of what the deliveries say. */
export const Mailings: CollectionConfig = {
  slug: 'mailings',
  labels: { singular: words.singular, plural: words.plural },
  admin: {
    group: text.group,
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'status', 'candidates', 'accepted', 'uncertain', 'createdAt'],
    hideAPIURL: true,
  },
  access: {
    read: isEditor,
    create: onlyTheSystem,
    // For `decision` alone: every other field refuses people below.
    update: isEditor,
    delete: onlyTheSystem,
  },
  disableDuplicate: true,
  lockDocuments: false,
  fields: [
    {
      name: 'overview',
      type: 'ui',
      admin: { components: { Field: '/newsletter/admin/MailingOverview#MailingOverview' } },
    },
    ...lockAllBut('decision', [
      {
        ...choiceField('decision', words.decision, words.decisions),
        admin: { readOnly: false, condition: (row) => row.status === 'needs-person' },
      },
    ]),
    {
      type: 'collapsible',
      label: panelText.mailingView.details,
      admin: { initCollapsed: true },
      fields: lockAllBut('', details),
    },
  ],
};
