import type { CollectionAfterChangeHook, CollectionConfig } from 'payload';
import { isEditor } from '../../access.ts';
import { writeLog } from '../../log/write-log.ts';
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
import { reasons, text } from '../text.ts';
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

/** It waits for a person, or for an article that was taken off and may never come back. */
const isAsked = ({ status, pauseReason }: { status?: string; pauseReason?: string }) =>
  status === 'needs-person' || (status === 'paused' && pauseReason === reasons.unpublishedMidway);

/** In the log: what a person answered about a mailing that waited for one. */
const logDecision: CollectionAfterChangeHook = async ({ doc, previousDoc, req }) => {
  const decision: unknown = doc.decision;
  if (!req.user || decision === previousDoc?.decision) return doc;
  const answer = decision === 'send' || decision === 'cancel' ? words.decisions[decision] : '';
  const line = { what: String(doc.subject ?? ''), document: String(doc.id), why: answer };
  await writeLog(req, { act: 'mailing-decided', ...line });
  return doc;
};

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
  hooks: { afterChange: [logDecision] },
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
        admin: { readOnly: false, condition: isAsked },
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
