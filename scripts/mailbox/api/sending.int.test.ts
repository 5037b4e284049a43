import { Resend } from 'resend';
import { describe, expect, test } from 'vitest';
import { aMail, openMailbox, post } from '../testing/open-mailbox.ts';

describe('the real SDK', () => {
  test('sends one mail and reads it back', async () => {
    const { resend, office } = await openMailbox();
    const { data, error } = await resend.emails.send({
      ...aMail(),
      replyTo: 'svar@kundefront.example',
      headers: { 'List-Id': '<nyhetsbrev.kundefront.example>' },
      tags: [{ name: 'delivery', value: 'd-1' }],
    });
    expect(error).toBeNull();
    expect(office.journal.mails()).toMatchObject([
      {
        id: data?.id,
        request: 1,
        to: ['kari@leser.example'],
        replyTo: ['svar@kundefront.example'],
        headers: { 'List-Id': '<nyhetsbrev.kundefront.example>' },
        tags: [{ name: 'delivery', value: 'd-1' }],
        html: '<p>Hei</p>',
        text: 'Hei',
      },
    ]);
    const read = await resend.emails.get(data?.id ?? '');
    expect(read.data).toMatchObject({ object: 'email', id: data?.id, last_event: 'delivered' });
  });

  test('sends a batch: one id for each, in order', async () => {
    const { resend, office } = await openMailbox();
    const batch = Array.from({ length: 100 }, (_, n) => aMail({ to: `leser${n}@leser.example` }));
    const { data } = await resend.batch.send(batch);
    const mails = office.journal.mails();
    expect(mails.map(({ to }) => to[0])).toEqual(batch.map(({ to }) => to));
    expect(data?.data.map(({ id }) => id)).toEqual(mails.map(({ id }) => id));
  });

  test.each([0, 101])('is refused a batch of %i', async (size) => {
    const { resend, office } = await openMailbox();
    const { error } = await resend.batch.send(Array.from({ length: size }, () => aMail()));
    expect(error).toMatchObject({ statusCode: 422, name: 'validation_error' });
    expect(office.journal.mails()).toEqual([]);
  });

  test('gets nothing of a strict batch with one invalid mail', async () => {
    const { resend, office } = await openMailbox();
    const { data, error } = await resend.batch.send([aMail(), aMail({ to: 'ola' })]);
    expect(data).toBeNull();
    expect(error).toMatchObject({ statusCode: 422, name: 'validation_error' });
    expect(office.journal.mails()).toEqual([]);
  });

  test('gets the valid ones of a permissive batch, and which were not', async () => {
    const { resend, office } = await openMailbox();
    const { data } = await resend.batch.send(
      [aMail({ to: 'ola' }), aMail(), aMail({ subject: '' })],
      {
        batchValidation: 'permissive',
      },
    );
    const ids = office.journal.mails().map(({ id }) => ({ id }));
    expect(ids).toHaveLength(1);
    expect(data).toMatchObject({ data: ids, errors: [{ index: 0 }, { index: 2 }] });
  });
});

describe('the key', () => {
  test.each([
    ['no header', undefined, 401, 'missing_api_key'],
    ['an empty one', 'Bearer ', 401, 'missing_api_key'],
    ['no bearer', 're_test', 401, 'missing_api_key'],
    ['another key', 'Bearer re_other', 403, 'invalid_api_key'],
  ])('is asked for: %s', async (_, authorization, status, name) => {
    const { url, office } = await openMailbox();
    for (const path of ['/emails', '/emails/batch', '/emails/x']) {
      const answer = await fetch(url + path, {
        method: path === '/emails/x' ? 'GET' : 'POST',
        ...(authorization === undefined ? {} : { headers: { authorization } }),
        ...(path === '/emails/x' ? {} : { body: JSON.stringify(aMail()) }),
      });
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ statusCode: status, name });
    }
    expect(office.journal.mails()).toEqual([]);
  });

  test('is any that begins with re_ when none is set', async () => {
    const { url } = await openMailbox({ apiKey: undefined });
    const send = (key: string) => new Resend(key, { baseUrl: url }).emails.send(aMail());
    expect((await send('re_whatever')).error).toBeNull();
    expect((await send('sk_whatever')).error).toMatchObject({ name: 'invalid_api_key' });
  });
});

describe('a request that is not right', () => {
  test.each([
    ['broken JSON', '/emails', '{"from":', 400, 'validation_error'],
    ['a list for one mail', '/emails', [aMail()], 422, 'validation_error'],
    ['one mail for a batch', '/emails/batch', aMail(), 422, 'validation_error'],
    [
      'attachments in a batch',
      '/emails/batch',
      [{ ...aMail(), attachments: [] }],
      422,
      'validation_error',
    ],
    ['another endpoint', '/broadcasts', {}, 404, 'not_found'],
  ])('%s', async (_, path, body, status, name) => {
    const mailbox = await openMailbox();
    const answer = await post(mailbox, path, body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ statusCode: status, name });
  });

  test('more than 40 MB', async () => {
    const mailbox = await openMailbox();
    const answer = await post(mailbox, '/emails', {
      ...aMail(),
      html: 'x'.repeat(40 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
    expect(mailbox.office.journal.mails()).toEqual([]);
  });

  test('another method, an id that is none, a mail that is none', async () => {
    const { url } = await openMailbox();
    const ask = async (method: string, path: string) => {
      const answer = await fetch(url + path, {
        method,
        headers: { authorization: 'Bearer re_test' },
      });
      return ((await answer.json()) as { name: string }).name; // an error answer
    };
    expect(await ask('PUT', '/emails')).toBe('method_not_allowed');
    expect(await ask('DELETE', '/emails/00000000-0000-0000-0000-000000000000')).toBe(
      'method_not_allowed',
    );
    expect(await ask('GET', '/emails/abc')).toBe('invalid_parameter');
    expect(await ask('GET', '/emails/00000000-0000-0000-0000-000000000000')).toBe('not_found');
  });

  test('a sender whose domain is not verified, a recipient at example.com', async () => {
    const { office, resend } = await openMailbox();
    office.change({ verifiedDomains: ['annet.example'] });
    expect((await resend.emails.send(aMail())).error).toMatchObject({
      statusCode: 403,
      name: 'validation_error',
    });
    office.change({ verifiedDomains: ['kundefront.example'], refusesExampleDomains: true });
    expect((await resend.emails.send(aMail())).error).toBeNull();
    expect((await resend.emails.send(aMail({ to: 'a@example.com' }))).error).toMatchObject({
      statusCode: 422,
    });
  });
});
