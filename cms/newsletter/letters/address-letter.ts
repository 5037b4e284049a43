import { absoluteUrl, newsletterEndpoint } from '../../../content/model/urls.ts';
import type { MailItem } from '../provider/resend-client.ts';
import { linkToken } from '../subscribers/tokens.ts';
import { placeholder, type Letter } from './letter-parts.ts';

/**
 * One subscriber's copy of a mailing. Deterministic: no clock and no chance in it, so that a second
 * attempt after a crash has the very same bytes.
 */
export function addressLetter(wanted: {
  letter: Letter;
  to: string;
  subscriberId: string;
  mailingId: string;
  deliveryId: string;
  from: string;
  siteUrl: string;
  cmsUrl: string;
}): MailItem {
  const { letter, subscriberId } = wanted;
  const unsubscribe = absoluteUrl(
    wanted.cmsUrl,
    newsletterEndpoint('unsubscribe', linkToken('unsubscribe', subscriberId)),
  );
  const preferences = absoluteUrl(
    wanted.cmsUrl,
    newsletterEndpoint('preferences', linkToken('preferences', subscriberId)),
  );
  const fill = (body: string) =>
    body
      .replaceAll(placeholder.unsubscribe, unsubscribe)
      .replaceAll(placeholder.preferences, preferences);
  return {
    from: wanted.from,
    to: wanted.to,
    subject: letter.subject,
    html: fill(letter.html),
    text: fill(letter.text),
    headers: {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': listId(wanted.siteUrl),
    },
    tags: [
      { name: 'mailing', value: wanted.mailingId },
      { name: 'delivery', value: wanted.deliveryId },
    ],
  };
}

/** RFC 2919: a name for the list inside a domain of ours. */
const listId = (siteUrl: string) => `<nyhetsbrev.${new URL(siteUrl).hostname}>`;
