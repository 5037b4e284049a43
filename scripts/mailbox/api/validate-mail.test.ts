import { describe, expect, test } from 'vitest';
import { ApiError } from './api-error.ts';
import { validateMail } from './validate-mail.ts';

const aRequest = (changes: object = {}) => ({
  from: 'Kundefront <redaksjonen@kundefront.example>',
  to: ['kari@leser.example'],
  subject: 'Ny sak',
  text: 'Hei',
  ...changes,
});

/** The refusal as `status code`, or `accepted`. */
function outcome(value: unknown, isBatch = false): string {
  try {
    validateMail(value, { isBatch });
    return 'accepted';
  } catch (error) {
    if (error instanceof ApiError) return `${error.status} ${error.code}`;
    throw error;
  }
}

const many = (count: number) => Array.from({ length: count }, (_, n) => `leser${n}@leser.example`);
const tags = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `t${n}`, value: 'x' }));

describe('a mail is accepted', () => {
  test.each([
    ['with one recipient as text', { to: 'kari@leser.example' }],
    ['with 50 recipients', { to: many(50) }],
    ['with html only', { text: undefined, html: '<p>Hei</p>' }],
    ['with empty cc, bcc and reply_to', { cc: '', bcc: '', reply_to: [] }],
    ['with a header of its own', { headers: { 'List-Unsubscribe': '<https://a.example/?t=1>' } }],
    ['with 75 tags', { tags: tags(75) }],
    ['with a tag of 256 characters', { tags: [{ name: 'n'.repeat(256), value: '_-9' }] }],
    ['with an attachment', { attachments: [{ filename: 'a.txt', content: 'SGVp' }] }],
  ])('%s', (_, changes) => {
    expect(outcome(aRequest(changes))).toBe('accepted');
  });
});

describe('a mail is refused', () => {
  const missing = '422 missing_required_field';
  const invalid = '422 validation_error';
  test.each([
    ['without from', { from: undefined }, missing],
    ['without to', { to: undefined }, missing],
    ['with an empty list of recipients', { to: [] }, missing],
    ['without subject', { subject: '' }, missing],
    ['without html and text', { text: '' }, missing],
    ['with a from that is no address', { from: 'Kundefront' }, '422 invalid_from_address'],
    ['with a to that is no address', { to: ['kari@leser.example', 'ola'] }, invalid],
    ['with 51 recipients', { to: many(51) }, invalid],
    ['with 51 copies', { cc: many(51) }, invalid],
    ['with a reply_to that is no address', { reply_to: 'ola' }, invalid],
    ['with a subject over two lines', { subject: 'Ny\r\nBcc: ola@leser.example' }, invalid],
    ['with a subject that is no text', { subject: 7 }, invalid],
    [
      'with a line break in a header',
      { headers: { 'X-A': 'a\r\nBcc: ola@leser.example' } },
      invalid,
    ],
    ['with a header name that holds a colon', { headers: { 'X: A': 'a' } }, invalid],
    ['with a header name that holds a line break', { headers: { 'X\n': 'a' } }, invalid],
    ['with a space in a tag', { tags: [{ name: 'a b', value: 'c' }] }, invalid],
    ['with a tag in Norwegian', { tags: [{ name: 'a', value: 'blå' }] }, invalid],
    ['with a tag of 257 characters', { tags: [{ name: 'n'.repeat(257), value: 'c' }] }, invalid],
    ['with a tag without value', { tags: [{ name: 'a' }] }, invalid],
    ['with 76 tags', { tags: tags(76) }, invalid],
    ['with a misspelt field', { replyTo: 'ola@leser.example' }, invalid],
    ['to be sent later, which we cannot', { scheduled_at: 'in 1 hour' }, invalid],
    ['with an empty attachment', { attachments: [{ filename: 'a' }] }, '422 invalid_attachment'],
  ])('%s', (_, changes, expected) => {
    expect(outcome(aRequest(changes))).toBe(expected);
  });

  test('with an attachment, in a batch only', () => {
    const value = aRequest({ attachments: [{ filename: 'a.txt', content: 'SGVp' }] });
    expect(outcome(value, true)).toBe(invalid);
  });

  test.each([null, [], 'hei', 3])('when it is %j', (value) => {
    expect(outcome(value)).toBe(invalid);
  });
});
