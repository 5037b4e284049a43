import { randomUUID } from 'node:crypto';
import { domainOf } from './address.ts';
import { ApiError } from './api-error.ts';
import { recipientsOf, type Mail } from '../mail.ts';
import type { Settings } from '../settings.ts';
import { validateMail } from './validate-mail.ts';

const largestBatch = 100;

export type NewMail = Mail & { id: string };
export interface Read {
  mails: NewMail[];
  /** What the provider answers when they are accepted. */
  answer: unknown;
}

export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ApiError(400, 'validation_error', 'The request body is not valid JSON.');
  }
}

/** The mail of `POST /emails`, with its id. Throws the provider's 4xx. */
export function readOne(value: unknown, settings: Settings): Read {
  const mail = readMail(value, settings, false);
  return { mails: [mail], answer: { id: mail.id } };
}

/** The mails of `POST /emails/batch`. Strict: one that is wrong refuses all; permissive: only itself. */
export function readBatch(value: unknown, settings: Settings, isPermissive: boolean): Read {
  if (!Array.isArray(value) || value.length < 1 || value.length > largestBatch) {
    throw new ApiError(
      422,
      'validation_error',
      `The request body must be a list of 1 to ${largestBatch} emails.`,
    );
  }
  const mails: NewMail[] = [];
  const errors: { index: number; message: string }[] = [];
  for (const [index, item] of value.entries()) {
    try {
      mails.push(readMail(item, settings, true));
    } catch (error) {
      if (!(error instanceof ApiError) || !isPermissive) throw error;
      errors.push({ index, message: error.message });
    }
  }
  const data = mails.map(({ id }) => ({ id }));
  return { mails, answer: isPermissive ? { data, errors } : { data } };
}

function readMail(value: unknown, settings: Settings, isBatch: boolean): NewMail {
  const mail = validateMail(value, { isBatch });
  const { verifiedDomains, refusesExampleDomains } = settings;
  const domain = domainOf(mail.from);
  if (verifiedDomains !== null && !verifiedDomains.includes(domain)) {
    throw new ApiError(
      403,
      'validation_error',
      `The ${domain} domain is not verified. Please, add and verify your domain on https://resend.com/domains`,
    );
  }
  const refused = /^(.*\.)?(example|test)\.com$/;
  if (refusesExampleDomains && recipientsOf(mail).some((to) => refused.test(domainOf(to)))) {
    throw new ApiError(
      422,
      'validation_error',
      'Invalid `to` field. Please use our testing email address instead of domains like `example.com`.',
    );
  }
  return { ...mail, id: randomUUID() };
}
