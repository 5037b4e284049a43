import { hasControlCharacter, isAddress } from './address.ts';
import { ApiError } from './api-error.ts';
import type { Mail } from '../mail.ts';

const mostRecipients = 50;
const mostTags = 75;

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
];
/** Parts of the API that the stand-in cannot do honestly: better refused than silently left out. */
const unsupported = ['scheduled_at', 'topic_id', 'template', 'react'];

type Fields = Record<string, unknown>;

/** A mail as the API takes it (field names in snake case). Throws the 422 that the provider would answer. */
export function validateMail(value: unknown, options: { isBatch: boolean }): Mail {
  if (!isObject(value)) throw invalid('The request body must be a JSON object.');
  for (const key of Object.keys(value)) {
    if (unsupported.includes(key)) {
      throw invalid(`The \`${key}\` field is not supported by this stand-in.`);
    }
    if (!fields.includes(key)) throw invalid(`Unknown field \`${key}\`.`);
  }
  for (const field of ['from', 'to', 'subject'] as const) {
    if (isEmpty(value[field])) throw missing(`\`${field}\``);
  }
  const [html, text] = [stringOf(value, 'html'), stringOf(value, 'text')];
  if (html === '' && text === '') throw missing('`html` or `text`');
  if (options.isBatch && value['attachments'] !== undefined) {
    throw invalid('The `attachments` field is not supported in batch.');
  }
  const from = stringOf(value, 'from');
  if (!isAddress(from)) {
    throw new ApiError(422, 'invalid_from_address', wrongAddress('from'));
  }
  const subject = stringOf(value, 'subject');
  if (hasControlCharacter(subject)) {
    throw invalid('Invalid `subject` field. It must not contain line breaks.');
  }
  return {
    from,
    to: addressesOf(value, 'to'),
    cc: addressesOf(value, 'cc'),
    bcc: addressesOf(value, 'bcc'),
    replyTo: addressesOf(value, 'reply_to'),
    subject,
    html,
    text,
    headers: headersOf(value['headers']),
    tags: tagsOf(value['tags']),
    attachments: attachmentsOf(value['attachments']),
  };
}

function addressesOf(value: Fields, field: string): string[] {
  const given = value[field];
  if (isEmpty(given)) return [];
  const list: unknown[] = Array.isArray(given) ? given : [given];
  if (list.length > mostRecipients) {
    throw invalid(`Invalid \`${field}\` field. It must have at most ${mostRecipients} addresses.`);
  }
  return list.map((address) => {
    if (typeof address === 'string' && isAddress(address)) return address;
    throw invalid(wrongAddress(field));
  });
}

function headersOf(value: unknown): Mail['headers'] {
  if (isEmpty(value)) return {};
  if (!isObject(value)) throw invalid('Invalid `headers` field. It must be an object.');
  return Object.fromEntries(
    Object.entries(value).map(([name, content]) => {
      // Field names: RFC 5322 § 2.2, printable ASCII without the colon.
      const isFine =
        /^[!-9;-~]+$/.test(name) && typeof content === 'string' && !hasControlCharacter(content);
      if (!isFine) throw invalid(`Invalid header \`${name.slice(0, 60)}\`.`);
      return [name, content];
    }),
  );
}

function tagsOf(value: unknown): Mail['tags'] {
  if (isEmpty(value)) return [];
  if (!Array.isArray(value) || value.length > mostTags) {
    throw invalid(`Invalid \`tags\` field. It must be a list of at most ${mostTags} tags.`);
  }
  return value.map((tag: unknown) => {
    const [name, content] = isObject(tag) ? [tag['name'], tag['value']] : [];
    if (isTagPart(name) && isTagPart(content)) return { name, value: content };
    throw invalid('Tags should only contain ASCII letters, numbers, underscores, or dashes.');
  });
}

function attachmentsOf(value: unknown): Mail['attachments'] {
  if (isEmpty(value)) return [];
  if (!Array.isArray(value)) throw invalid('Invalid `attachments` field. It must be a list.');
  return value.map((attachment: unknown) => {
    const { content, path, filename } = isObject(attachment) ? attachment : {};
    if (typeof content !== 'string' && typeof path !== 'string') {
      throw new ApiError(
        422,
        'invalid_attachment',
        'Attachment must have either a `content` or `path`.',
      );
    }
    return {
      name: typeof filename === 'string' ? filename : '',
      bytes: typeof content === 'string' ? Buffer.from(content, 'base64').length : 0,
    };
  });
}

function stringOf(value: Fields, field: string): string {
  const given = value[field];
  if (given === undefined || given === null) return '';
  if (typeof given !== 'string') throw invalid(`Invalid \`${field}\` field. It must be a string.`);
  return given;
}

/** Payload's own Resend adapter sends `cc: ''`, and the provider takes it for none. */
const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTagPart = (part: unknown): part is string =>
  typeof part === 'string' && /^[A-Za-z0-9_-]{1,256}$/.test(part);

const wrongAddress = (field: string) =>
  `Invalid \`${field}\` field. The email address needs to follow the \`email@example.com\` or \`Name <email@example.com>\` format.`;
const invalid = (message: string) => new ApiError(422, 'validation_error', message);
const missing = (what: string) =>
  new ApiError(422, 'missing_required_field', `Missing ${what} field.`);
