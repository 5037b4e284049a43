import type { Payload, PayloadHandler, PayloadRequest } from 'payload';
import { newsletterEndpoint, newsletterPaths } from '../../../content/model/urls.ts';
import { markup } from '../../../content/model/markup.ts';
import { noteDeparture } from '../../departures/note-departure.ts';
import { notice, page, seeOther } from '../../web/page.ts';
import { field, readForm } from '../../web/read-form.ts';
import { findSubscriber, updateSubscriber } from '../store/subscribers.ts';
import { pages, ways } from '../text.ts';
import { linkToken, readLinkToken } from './tokens.ts';

const words = pages.unsubscribe;

/** `GET /api/newsletter/unsubscribe`: a page with one button. Changes nothing. */
export const showUnsubscribe: PayloadHandler = async (req) => {
  const subscriberId = readToken(req);
  if (subscriberId === undefined) return invalidLink(req.payload);
  if (!(await findSubscriber(req.payload, { id: subscriberId, ...onTheList })))
    return notice(req.payload, { title: words.done, lead: words.doneLead });
  const preferences = newsletterEndpoint('preferences', linkToken('preferences', subscriberId));
  return page(req.payload, {
    title: words.title,
    body: markup`<p>${words.lead}</p><form method="post"><button>${words.button}</button></form>
<p><a href="${preferences}">${words.preferences}</a></p>`,
  });
};

/**
 * `POST /api/newsletter/unsubscribe`. With `List-Unsubscribe=One-Click` (RFC 8058) a mail program asks:
 * 200, empty, no redirect, no cookie. Otherwise a person pressed the button: 303 to the farewell page.
 */
export const unsubscribe: PayloadHandler = async (req) => {
  const { fields } = await readForm(req);
  const isOneClick = fields !== undefined && field(fields, 'List-Unsubscribe') === 'One-Click';
  const subscriberId = readToken(req);
  if (subscriberId === undefined) {
    return isOneClick ? new Response(null, { status: 400 }) : invalidLink(req.payload);
  }
  await leave(req.payload, subscriberId, isOneClick ? ways.oneClick : ways.page);
  return isOneClick
    ? new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } })
    : seeOther(newsletterPaths.unsubscribed);
};

/** The subscriber gets no more mail. Who has left, is suppressed or erased stays so. */
export async function leave(payload: Payload, subscriberId: string, how: string): Promise<void> {
  const subscriber = await findSubscriber(payload, { id: subscriberId, ...onTheList });
  if (subscriber === undefined) return;
  await noteDeparture(payload, { address: subscriber.address, kind: 'left', how });
  await updateSubscriber(
    payload,
    { id: subscriberId, ...onTheList },
    {
      state: 'unsubscribed',
      unsubscribedAt: new Date().toISOString(),
      unsubscribedBy: how,
      confirmNonce: null,
      asked: null,
      confirmation: 'none',
      confirmationNextAt: null,
    },
  );
}

/** Whom there is to take off the list. */
const onTheList = { state: ['active', 'pending'] } as const;

const readToken = (req: PayloadRequest) =>
  readLinkToken('unsubscribe', req.searchParams.get('token') ?? '');

export const invalidLink = (payload: Payload) =>
  notice(payload, { title: pages.invalidLink, lead: pages.invalidLinkLead, status: 404 });
