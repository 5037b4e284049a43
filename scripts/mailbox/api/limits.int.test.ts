import { describe, expect, test } from 'vitest';
import { aMail, openMailbox } from '../testing/open-mailbox.ts';

const many = (count: number) => Array.from({ length: count }, (_, n) => `leser${n}@leser.example`);

describe('the rate limit', () => {
  test('refuses what is too much in a second, with the headers that say so, and accepts later', async () => {
    const { office, resend } = await openMailbox();
    office.change({ requestsPerSecond: 2 });
    office.moveClock(1000 - (office.now() % 1000)); // the beginning of a window
    const first = await resend.emails.send(aMail());
    expect(first.headers).toMatchObject({
      'ratelimit-limit': '2',
      'ratelimit-policy': '2;w=1',
      'ratelimit-remaining': '1',
      'ratelimit-reset': '1',
    });
    const answers = await Promise.all(Array.from({ length: 6 }, () => resend.emails.send(aMail())));
    const refused = answers.filter(({ error }) => error !== null);
    expect(refused.length).toBeGreaterThanOrEqual(4); // one more window may have begun meanwhile
    for (const { error, headers } of refused) {
      expect(error).toMatchObject({ statusCode: 429, name: 'rate_limit_exceeded' });
      expect(headers).toMatchObject({ 'retry-after': '1', 'ratelimit-remaining': '0' });
    }
    expect(office.journal.mails()).toHaveLength(7 - refused.length);
    office.moveClock(1000);
    expect((await resend.emails.send(aMail())).error).toBeNull();
  });

  test('counts all keys and endpoints, and tells the headers on refusals too', async () => {
    const { office, resend } = await openMailbox();
    office.moveClock(1000 - (office.now() % 1000));
    const { headers } = await resend.emails.send(aMail({ to: 'ola' }));
    expect(headers).toMatchObject({ 'ratelimit-remaining': '999' });
    const read = await resend.emails.get('00000000-0000-0000-0000-000000000000');
    expect(read.headers).toMatchObject({ 'ratelimit-remaining': '998' });
  });
});

describe('the quota', () => {
  test('counts every to, cc and bcc, and tells what is used', async () => {
    const { resend } = await openMailbox();
    const { headers } = await resend.emails.send({
      ...aMail({ to: many(3) }),
      cc: 'ola@leser.example',
      bcc: many(2),
    });
    expect(headers).toMatchObject({ 'x-resend-daily-quota': '6', 'x-resend-monthly-quota': '6' });
  });

  test('takes a batch whole or not at all, and opens again the next day', async () => {
    const { office, resend } = await openMailbox();
    office.change({ dailyQuota: 3 });
    const pair = [aMail(), aMail()];
    expect((await resend.batch.send(pair)).error).toBeNull();
    const refused = await resend.batch.send(pair, { idempotencyKey: 'second' });
    expect(refused.error).toMatchObject({ statusCode: 429, name: 'daily_quota_exceeded' });
    expect(refused.headers).toMatchObject({ 'x-resend-daily-quota': '2' });
    expect(office.journal.mails()).toHaveLength(2);
    office.moveClock(24 * 3_600_000);
    expect((await resend.batch.send(pair, { idempotencyKey: 'second' })).error).toBeNull();
    expect(office.journal.mails()).toHaveLength(4);
  });

  test('holds for the month, and over a restart', async () => {
    const first = await openMailbox();
    await first.resend.batch.send([aMail(), aMail()]);
    await first.close();
    const { office, resend } = await openMailbox({ dataDir: first.dataDir });
    office.change({ monthlyQuota: 2 });
    expect((await resend.emails.send(aMail())).error).toMatchObject({
      statusCode: 429,
      name: 'monthly_quota_exceeded',
    });
  });
});
