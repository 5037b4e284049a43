import { APIError, type CollectionConfig, type PayloadRequest } from 'payload';
import { isAdmin, isEditor } from '../../access.ts';
import { noteDeparture } from '../../departures/note-departure.ts';
import { onlyTheSystem } from '../only-the-system.ts';
import { emptyLog } from '../store/bulk.ts';
import { keepSuppression } from './erase-subscriber.ts';
import {
  choiceField,
  hiddenNumber,
  hiddenText,
  hiddenTime,
  listField,
  lockAllBut,
  shownWhenFilled,
  textField,
  timeField,
} from '../fields.ts';
import { text } from '../text.ts';
import { frequencyLabels } from '../../../content/model/frequencies.ts';

const words = text.subscribers;

/** Who gets mail, what they chose, and the record of their consent. */
export const Subscribers: CollectionConfig = {
  slug: 'subscribers',
  labels: { singular: words.singular, plural: words.plural },
  admin: {
    group: text.group,
    useAsTitle: 'email',
    defaultColumns: ['email', 'state', 'frequency', 'confirmedAt'],
    hideAPIURL: true,
    components: {
      beforeListTable: ['/newsletter/subscribers/files/SubscriberFiles#SubscriberFiles'],
    },
  },
  access: {
    read: isEditor,
    create: onlyTheSystem,
    update: isAdmin,
    delete: isAdmin,
  },
  disableDuplicate: true,
  indexes: [
    { fields: ['state', 'frequency', 'series'] },
    { fields: ['state', 'confirmExpiresAt'] },
  ],
  lockDocuments: false,
  hooks: {
    beforeChange: [({ data, originalDoc, req }) => onlySuppress(data, originalDoc, req)],
    beforeDelete: [({ id, req }) => keepSuppression(req.payload, String(id))],
    afterDelete: [({ req }) => emptyLog(req.payload)],
  },
  fields: [
    ...shownWhenFilled(
      lockAllBut('state', [
        textField('email', words.email),
        { ...choiceField('state', words.state, words.states), admin: { readOnly: false } },
        textField('suppressedReason', words.suppressedReason),
        choiceField('frequency', words.frequency, frequencyLabels),
        listField('series', words.series, words.allSeries),
        choiceField('confirmation', words.confirmation, words.confirmations),
        timeField('requestedAt', words.requestedAt),
        timeField('confirmedAt', words.confirmedAt, { index: true }),
        timeField('unsubscribedAt', words.unsubscribedAt),
        textField('unsubscribedBy', words.unsubscribedBy),
        textField('consentText', words.consentText),
        textField('consentVersion', words.consentVersion),
        textField('consentPage', words.consentPage),
        textField('consentMethod', words.consentMethod),
        hiddenText('address', { required: true, unique: true, index: true }),
        hiddenText('confirmNonce'),
        hiddenText('confirmTokenHash', { index: true }),
        hiddenTime('confirmExpiresAt'),
        { name: 'confirmationTimes', type: 'json', hidden: true },
        { name: 'asked', type: 'json', hidden: true },
        hiddenNumber('confirmationAttempts'),
        hiddenTime('confirmationNextAt', { index: true }),
        hiddenTime('confirmationSentAt', { index: true }),
        hiddenText('confirmNetwork', { index: true }),
      ]),
    ),
    {
      name: 'history',
      type: 'ui',
      admin: {
        components: { Field: '/newsletter/subscribers/files/SubscriberHistory#SubscriberHistory' },
        disableListColumn: true,
      },
    },
  ],
};

/** A person may take somebody off the list, never put them on it. */
async function onlySuppress(
  data: Record<string, unknown>,
  original: Record<string, unknown> | undefined,
  req: PayloadRequest,
) {
  if (!req.user || data.state === original?.state) return data;
  const isAllowed = data.state === 'suppressed' || data.state === 'unsubscribed';
  if (!isAllowed || original?.state === 'suppressed') {
    const isKept = original?.state === 'suppressed';
    throw new APIError(isKept ? words.staysSuppressed : words.onlySuppress, 400, null, true);
  }
  // Whatever mail was on its way to ask for a confirmation: it is not sent, and its link is dead.
  const taken = {
    ...data,
    ...{ asked: null, confirmNonce: null, confirmation: 'none', confirmationNextAt: null },
  };
  const isSuppressed = data.state === 'suppressed';
  await noteDeparture(req.payload, {
    address: String(original?.address),
    ...(isSuppressed
      ? { kind: 'suppressed', how: words.suppressedByEditor }
      : { kind: 'left', how: words.byEditor }),
  });
  if (isSuppressed) return { ...taken, suppressedReason: words.suppressedByEditor };
  return { ...taken, unsubscribedAt: new Date().toISOString(), unsubscribedBy: words.byEditor };
}
