import { hash } from 'node:crypto';
import { domainOf } from './api/address.ts';
import { recipientsOf, type AcceptedMail } from './mail.ts';
import { outcomeFor, type Outcome } from './outcome-for.ts';

/** `id` is the same each time the event is told: receivers know it by that. */
export interface WebhookEvent {
  id: string;
  type: string;
  body: string;
}

/** What the provider tells of a mail, in order: `email.sent`, then what happened at each address. */
export function eventsFor(mail: AcceptedMail): WebhookEvent[] {
  const outcomes = recipientsOf(mail).map((address) => ({
    address,
    outcome: outcomeFor(mail, address),
  }));
  const tried = outcomes.filter(({ outcome }) => outcome !== 'suppressed');
  const events = outcomes.flatMap(({ address, outcome }) => eventsAt(mail, address, outcome));
  if (tried.length === 0) return events;
  const addresses = tried.map(({ address }) => address);
  return [makeEvent(mail, 'email.sent', addresses), ...events];
}

function eventsAt(mail: AcceptedMail, address: string, outcome: Outcome): WebhookEvent[] {
  const told = (type: string, details?: object) => makeEvent(mail, type, [address], details);
  switch (outcome) {
    case 'delivered':
      return [told('email.delivered')];
    case 'complained':
      return [told('email.delivered'), told('email.complained')];
    case 'bounced':
      return [told('email.bounced', { bounce })];
    case 'suppressed':
      return [told('email.suppressed', { suppressed })];
  }
}

function makeEvent(
  mail: AcceptedMail,
  type: string,
  to: readonly string[],
  details: object = {},
): WebhookEvent {
  const data = {
    email_id: mail.id,
    message_id: messageId(mail),
    created_at: mail.at,
    from: mail.from,
    to,
    subject: mail.subject,
    headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
    tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
    ...details,
  };
  return {
    id: `msg_${hash('sha256', [mail.id, type, ...to].join('\n')).slice(0, 27)}`,
    type,
    body: JSON.stringify({ type, created_at: mail.at, data }),
  };
}

export const messageId = (mail: AcceptedMail) => `<${mail.id}@${domainOf(mail.from)}>`;

const bounce = {
  type: 'Permanent',
  subType: 'General',
  message: 'The recipient does not exist.',
  diagnosticCode: ['smtp; 550 5.1.1 user unknown'],
};
const suppressed = {
  type: 'OnAccountSuppressionList',
  reason: 'previous_bounce',
  message: 'The recipient is on the suppression list.',
  diagnosticCode: ['smtp; 550 5.1.1 user unknown'],
};
