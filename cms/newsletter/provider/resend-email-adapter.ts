import { createHash } from 'node:crypto';
import type { EmailAdapter, SendEmailOptions } from 'payload';
import type { CreateEmailOptions } from 'resend';
import { postMail } from './resend-client.ts';
import { readEnvironment } from '../../environment.ts';

/**
 * Payload's own mail (password reset, verification) through the same SDK client as the newsletter.
 * The same message of the same date, or without one within a minute, has the same idempotency key: a double click or
 * a repetition mails once.
 */
export const resendEmailAdapter: EmailAdapter<{ id: string }> = ({ payload }) => {
  const { name, address } = splitSender(readEnvironment().mailFrom);
  return {
    name: 'resend',
    defaultFromName: name,
    defaultFromAddress: address,
    sendEmail: async (message) => {
      const mail = toMail(message, readEnvironment().mailFrom);
      const when = message.date ?? Math.floor(Date.now() / 60_000);
      const hash = createHash('sha256')
        .update(JSON.stringify([mail, when]))
        .digest('hex');
      const answer = await postMail(mail, `kf/admin/${hash.slice(0, 32)}`);
      if (answer.status !== 200 || !hasId(answer.data)) {
        const problem = `mail not accepted: ${String(answer.status)} ${answer.name}`;
        payload.logger.error({ area: 'mail', msg: problem });
        throw new Error(problem);
      }
      return { id: answer.data.id };
    },
  };
};

const hasId = (data: unknown): data is { id: string } =>
  typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string';

function toMail(message: SendEmailOptions, mailFrom: string): CreateEmailOptions {
  const text = asText(message.text);
  const html = asText(message.html);
  const content = html === '' ? { text } : text === '' ? { html } : { html, text };
  return {
    from: message.from === undefined ? mailFrom : addressOf(message.from),
    to: addressesOf(message.to),
    subject: (message.subject ?? '').replace(/[\r\n]+/g, ' '),
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...content,
  };
}

type Address = string | { name?: string; address: string };

const addressOf = (value: Address) =>
  typeof value === 'string'
    ? value
    : value.name
      ? `"${value.name.replace(/["\\\r\n]/g, '')}" <${value.address}>`
      : value.address;

const addressesOf = (value: SendEmailOptions['to']): string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(addressOf);

/** Payload makes its mails as strings; a stream or buffer would be somebody else's doing. */
const asText = (value: unknown) => (typeof value === 'string' ? value : '');

function splitSender(sender: string): { name: string; address: string } {
  const match = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(sender);
  return { name: match?.[1] ?? '', address: match?.[2] ?? sender };
}
