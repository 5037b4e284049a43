import type { Payload, PayloadHandler, PayloadRequest } from 'payload';
import { newsletterPath, newsletterPaths } from '../../../content/model/urls.ts';
import { markup } from '../../../content/model/markup.ts';
import { noteDeparture } from '../../departures/note-departure.ts';
import { page, seeOther } from '../../web/page.ts';
import type { SubscriberRow } from '../store/rows.ts';
import { findSubscriber, updateSubscriber } from '../store/subscribers.ts';
import { readEnvironment } from '../../environment.ts';
import { pages } from '../text.ts';
import { hashToken } from './tokens.ts';

const words = pages.confirm;

type Link =
  | { state: 'open' | 'used'; subscriber: SubscriberRow }
  | { state: 'left' | 'expired' }
  | { state: 'unknown' };

/** `GET /api/newsletter/confirm`: a page with one button. Changes nothing, however often it is fetched. */
export const showConfirm: PayloadHandler = async (req) => {
  const link = await readLink(req);
  if (link.state !== 'open') return explain(req.payload, link.state);
  return page(req.payload, {
    title: words.title,
    body: markup`<p>${words.lead}</p><form method="post"><button>${words.button}</button></form>`,
  });
};

/** `POST /api/newsletter/confirm`: the subscriber is active from here on. A second time does no harm. */
export const confirm: PayloadHandler = async (req) => {
  const link = await readLink(req);
  if (link.state === 'used') return seeOther(newsletterPaths.confirmed);
  if (link.state !== 'open') return explain(req.payload, link.state);
  const { id, confirmNonce, address } = link.subscriber;
  const confirmed = await updateSubscriber(
    req.payload,
    { id, confirmNonce, state: ['pending', 'unsubscribed'] },
    {
      // What she agreed to is what she was asked for this time.
      ...link.subscriber.asked,
      asked: null,
      state: 'active',
      confirmedAt: new Date().toISOString(),
      ...{ confirmNonce: null, confirmExpiresAt: null },
      // The owner of the address has shown that she is there: the limit on mails starts over.
      confirmationTimes: [],
      confirmation: 'accepted',
      confirmationNextAt: null,
      unsubscribedAt: null,
      unsubscribedBy: null,
    },
  );
  if (confirmed !== undefined) await noteDeparture(req.payload, { address, kind: 'confirmed' });
  return seeOther(newsletterPaths.confirmed);
};

async function readLink(req: PayloadRequest): Promise<Link> {
  const token = req.searchParams.get('token') ?? '';
  if (token === '') return { state: 'unknown' };
  const subscriber = await findSubscriber(req.payload, { confirmTokenHash: hashToken(token) });
  if (!subscriber || subscriber.state === 'suppressed') return { state: 'unknown' };
  if (subscriber.state === 'active') return { state: 'used', subscriber };
  const { confirmNonce, confirmedAt, confirmExpiresAt } = subscriber;
  if (confirmNonce === null) return { state: confirmedAt === null ? 'expired' : 'left' };
  const isOpen = (confirmExpiresAt ?? '') > new Date().toISOString();
  return isOpen ? { state: 'open', subscriber } : { state: 'expired' };
}

function explain(
  payload: Payload,
  state: 'used' | 'left' | 'expired' | 'unknown',
): Promise<Response> {
  if (state === 'used') {
    return page(payload, { title: words.already, body: markup`<p>${words.alreadyLead}</p>` });
  }
  const { siteUrl } = readEnvironment();
  return page(payload, {
    status: state === 'unknown' ? 404 : 410,
    title: words[state],
    body: markup`<p>${words[`${state}Lead`]}</p><p><a href="${siteUrl}${newsletterPath}">${words.again}</a></p>`,
  });
}
