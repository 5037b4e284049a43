import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventsFor } from '../webhook-events.ts';
import { aMail, openMailbox, post } from '../testing/open-mailbox.ts';
import { publishedSchema } from '../testing/published-schema.ts';

interface Recorded {
  request: { method: string; url: string };
  response: {
    status: number;
    headers: { name: string; value: string }[];
    content: { text: string };
  };
}

/** What api.resend.com answered (fixtures/LICENSE.resend-node). */
function recording(name: string, status: number): Recorded {
  const file = new URL(`../fixtures/${name}.har`, import.meta.url);
  // why: HAR 1.2, of which these recordings hold the parts named above.
  const { log } = JSON.parse(readFileSync(file, 'utf8')) as { log: { entries: Recorded[] } };
  const found = log.entries.find(({ response }) => response.status === status);
  if (found === undefined) throw new Error(`no ${status} in ${name}`);
  return found;
}

const withKey = { authorization: 'Bearer re_test' };
const unknownId = '00000000-0000-0000-0000-000000000000';

/** The headers that belong to the API; the rest is the content network's. */
function apiHeaders(names: Iterable<string>): string[] {
  return [...names].filter((name) => /^(ratelimit|retry-after|content-type)/.test(name)).toSorted();
}

describe('like the recorded answers', () => {
  const pairs = [
    [
      'a missing field',
      'contact-without-email',
      422,
      (url: string) => post({ url }, '/emails', {}),
    ],
    [
      'an unknown id',
      'contact-unknown',
      404,
      (url: string) => fetch(`${url}/emails/${unknownId}`, { headers: withKey }),
    ],
  ] as const;

  test.each(pairs)('%s: same status, same JSON, same headers', async (_, file, status, ask) => {
    const { url } = await openMailbox();
    const { response } = recording(file, status);
    const answer = await ask(url);
    expect(answer.status).toBe(response.status);
    const theirs = JSON.parse(response.content.text);
    const text = await answer.text();
    const ours = JSON.parse(text);
    expect(Object.keys(ours)).toEqual(Object.keys(theirs));
    expect(ours).toMatchObject({ statusCode: theirs.statusCode, name: theirs.name });
    // The message, but for the thing that it is about.
    const shape = (message: string) => message.replace(/`\w+`/, '`…`').replace(/^\w+ not/, '… not');
    expect(shape(ours.message)).toBe(shape(theirs.message));
    expect(text).toBe(JSON.stringify(ours)); // compact, as theirs
    expect(apiHeaders(answer.headers.keys())).toEqual(
      apiHeaders(response.headers.map(({ name }) => name)),
    );
    for (const { name, value } of response.headers.filter(({ name }) => name === 'content-type')) {
      expect(answer.headers.get(name)).toBe(value);
    }
  });

  test('a success: the rate headers in the same form', async () => {
    const mailbox = await openMailbox();
    const { response } = recording('contact-created', 201);
    const answer = await post(mailbox, '/emails', aMail());
    expect(apiHeaders(answer.headers.keys())).toEqual(
      apiHeaders(response.headers.map(({ name }) => name)),
    );
    for (const { name, value } of response.headers.filter(({ name }) => name.startsWith('rate'))) {
      const form = new RegExp(`^${value.replace(/\d+/g, '\\d+')}$`);
      expect(answer.headers.get(name)).toMatch(form);
    }
  });
});

describe('as the published description says', () => {
  test('the answers to one mail, a batch and a reading', async () => {
    const mailbox = await openMailbox();
    const one = await (await post(mailbox, '/emails', aMail())).json();
    expect(publishedSchema('SendEmailResponse').parse(one)).toEqual({ id: expect.any(String) });
    const batch = await (await post(mailbox, '/emails/batch', [aMail(), aMail()])).json();
    expect(publishedSchema('CreateBatchEmailsResponse').parse(batch)).toEqual({
      data: [{ id: expect.any(String) }, { id: expect.any(String) }],
    });
    const mail = await (
      await fetch(`${mailbox.url}/emails/${one.id}`, { headers: withKey })
    ).json();
    const names = Object.keys(publishedSchema('Email').parse(mail) ?? {});
    expect(names).toEqual(
      expect.arrayContaining(['object', 'id', 'to', 'created_at', 'last_event']),
    );
  });

  test.each([
    ['delivered', 'EmailSentEvent', 'EmailDeliveredEvent'],
    ['bounced', 'EmailSentEvent', 'EmailBouncedEvent'],
    ['complained', 'EmailSentEvent', 'EmailDeliveredEvent', 'EmailComplainedEvent'],
    ['suppressed', 'EmailSuppressedEvent'],
  ])('the webhooks of a mail that is %s', async (name, ...expected) => {
    const { office, resend } = await openMailbox();
    await resend.emails.send({
      ...aMail({ to: `${name}@resend.dev` }),
      tags: [{ name: 'delivery', value: 'd-1' }],
      headers: { 'X-A': 'b' },
    });
    const events = office.journal.mails().flatMap(eventsFor);
    expect(events).toHaveLength(expected.length);
    for (const [index, { body }] of events.entries()) {
      const event = JSON.parse(body);
      // The SDK's types have it, the description does not yet.
      expect(event.data.message_id).toMatch(/^<.+@kundefront\.example>$/);
      delete event.data.message_id;
      expect(publishedSchema(expected[index] ?? '').parse(event)).toEqual(event);
    }
  });

  test('the check itself refuses what the description does not know', () => {
    const schema = publishedSchema('SendEmailResponse');
    expect(schema.safeParse({ id: 'a', type: 'b' }).success).toBe(false);
    expect(schema.safeParse({ id: 7 }).success).toBe(false);
  });
});
