import { ApiError } from './api-error.ts';

export interface Mail {
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
}

const mostRecipients = 50;
// Printable ASCII local part of at most 64 characters; dotted domain whose last label is not a number.
const addressPattern =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

const fields = [
  'from',
  'to',
  'subject',
  'html',
  'text',
  'cc',
  'bcc',
  'reply_to',
  'headers',
  'tags',
  'attachments',
  'scheduled_at',
  'topic_id',
  'template',
  'react',
];

/** A mail as the API takes it. Throws the 422 that the provider would answer. */
export function validateMail(value: unknown, options: { isBatch: boolean }): Mail {
  if (!isObject(value)) throw invalid('The request body must be a JSON object.');
  for (const key of Object.keys(value)) {
    if (!fields.includes(key)) throw invalid(`Unknown field \`${key}\`.`);
  }
  for (const field of ['from', 'to', 'subject'] as const) {
    if (value[field] === undefined || value[field] === '') throw missing(field);
  }
  const html = stringOf(value, 'html');
  const text = stringOf(value, 'text');
  if (html === '' && text === '')
    throw new ApiError(422, 'missing_required_field', 'Missing `html` or `text` field.');
  if (options.isBatch && value['attachments'] !== undefined) {
    throw invalid('The `attachments` field is not supported in batch.');
  }
  const from = stringOf(value, 'from');
  if (!isAddress(from)) {
    throw new ApiError(
      422,
      'invalid_from_address',
      'Invalid `from` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.',
    );
  }
  const mail: Mail = {
    from,
    to: addressesOf(value, 'to'),
    cc: addressesOf(value, 'cc'),
    bcc: addressesOf(value, 'bcc'),
    replyTo: addressesOf(value, 'reply_to'),
    subject: stringOf(value, 'subject'),
    html,
    text,
    headers: headersOf(value['headers']),
    tags: tagsOf(value['tags']),
  };
  if (/[\r\n]/.test(mail.subject))
    throw invalid('Invalid `subject` field. It must not contain line breaks.');
  return mail;
}

function addressesOf(value: Record<string, unknown>, field: string): string[] {
  const given = value[field];
  if (given === undefined || given === null) return [];
  const list = Array.isArray(given) ? given : [given];
  if (field === 'to' && (list.length === 0 || list.length > mostRecipients)) {
    throw invalid(`Invalid \`to\` field. It must have 1 to ${mostRecipients} addresses.`);
  }
  return list.map((address: unknown) => {
    if (typeof address === 'string' && isAddress(address)) return address;
    throw invalid(
      `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`,
    );
  });
}

/** The bare address of `Name <address>`. */
export const bareAddress = (address: string) =>
  (/<([^<>]+)>\s*$/.exec(address)?.[1] ?? address).trim();

function isAddress(address: string): boolean {
  if (/[\r\n\0]/.test(address)) return false;
  const bare = bareAddress(address);
  const [local = ''] = bare.split('@');
  return addressPattern.test(bare) && bare.length <= 254 && !/^\.|\.$|\.\./.test(local);
}

function headersOf(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw invalid('Invalid `headers` field.');
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => {
      const isFine =
        /^[!-9;-~]+$/.test(name) && typeof content === 'string' && !/[\r\n\0]/.test(content);
      if (!isFine) throw invalid(`Invalid header \`${name.slice(0, 60)}\`.`);
      return [name, content];
    }),
  );
}

function tagsOf(value: unknown): Mail['tags'] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalid('Invalid `tags` field.');
  return value.map((tag: unknown) => {
    const isFine =
      isObject(tag) &&
      [tag['name'], tag['value']].every(
        (part) => typeof part === 'string' && /^[A-Za-z0-9_-]{1,256}$/.test(part),
      );
    if (!isFine)
      throw invalid('Tags should only contain ASCII letters, numbers, underscores, or dashes.');
    return { name: String(tag['name']), value: String(tag['value']) };
  });
}

function stringOf(value: Record<string, unknown>, field: string): string {
  const given = value[field];
  if (given === undefined || given === null) return '';
  if (typeof given !== 'string') throw invalid(`Invalid \`${field}\` field. It must be a string.`);
  return given;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const invalid = (message: string) => new ApiError(422, 'validation_error', message);
const missing = (field: string) =>
  new ApiError(422, 'missing_required_field', `Missing \`${field}\` field.`);
