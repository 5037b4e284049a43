import type { Payload, PayloadHandler, PayloadRequest } from 'payload';
import { newsletterPaths } from '../../../content/model/urls.ts';
import { eraseSubscriber } from './erase-subscriber.ts';
import { exportSubscriber } from './export-subscriber.ts';
import { notice, page, seeOther } from '../../web/page.ts';
import { preferencesForm } from './preferences-form.ts';
import { sortSeries } from './sort-series.ts';
import { field, readForm } from '../../web/read-form.ts';
import type { SubscriberRow } from '../store/rows.ts';
import { readSeries } from '../store/series.ts';
import { findSubscriber, updateSubscriber } from '../store/subscribers.ts';
import { pages, ways } from '../text.ts';
import { readLinkToken } from './tokens.ts';
import { invalidLink, leave } from './unsubscribe.ts';
import { parseFrequency } from '../../../content/model/frequencies.ts';

const words = pages.preferences;

/** `GET /api/newsletter/preferences`: what the subscriber chose, to look at and change. */
export const showPreferences: PayloadHandler = async (req) => {
  const subscriber = await readSubscriber(req);
  return subscriber ? show(req.payload, subscriber) : invalidLink(req.payload);
};

/** `POST /api/newsletter/preferences`: save, leave, take one's data along, or be erased. */
export const changePreferences: PayloadHandler = async (req) => {
  const { fields } = await readForm(req);
  const subscriber = await readSubscriber(req);
  if (!subscriber || !fields) return invalidLink(req.payload);
  switch (field(fields, 'action')) {
    case 'leave':
      await leave(req.payload, subscriber.id, ways.preferences);
      return seeOther(newsletterPaths.unsubscribed);
    case 'data':
      return exportSubscriber(req.payload, subscriber);
    case 'erase':
      return erase(req.payload, subscriber, field(fields, 'sure') === 'yes');
    default:
      // Whatever a mail program sends here is no choice of hers.
      return fields.has('frequency')
        ? save(req.payload, subscriber, fields)
        : show(req.payload, subscriber);
  }
};

async function readSubscriber(req: PayloadRequest): Promise<SubscriberRow | undefined> {
  const id = readLinkToken('preferences', req.searchParams.get('token') ?? '');
  return id === undefined ? undefined : findSubscriber(req.payload, { id });
}

async function save(payload: Payload, subscriber: SubscriberRow, fields: FormData) {
  const { known, gone } = await sortSeries(payload, fields.getAll('series'));
  const changed = await updateSubscriber(
    payload,
    { id: subscriber.id, state: 'active' },
    {
      frequency: parseFrequency(field(fields, 'frequency')),
      series: known.length > 0 ? known : gone,
    },
  );
  return show(payload, changed ?? subscriber, { isSaved: true });
}

async function erase(payload: Payload, subscriber: SubscriberRow, isSure: boolean) {
  if (!isSure) return show(payload, subscriber, { isErasing: true });
  await eraseSubscriber(payload, subscriber.id);
  return notice(payload, { title: words.erased, lead: words.erasedLead });
}

async function show(
  payload: Payload,
  subscriber: SubscriberRow,
  mode: { isSaved?: boolean; isErasing?: boolean } = {},
): Promise<Response> {
  return page(payload, {
    title: words.title,
    body: preferencesForm({ subscriber, series: await readSeries(payload), ...mode }),
  });
}
