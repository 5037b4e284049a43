import { describe, expect, test } from 'vitest';
import { aMail, openMailbox } from './testing/open-mailbox.ts';

const unknown = { name: 'application_error', statusCode: null };
const plans = [
  ['reset-before-accept', unknown, 0],
  ['reset-after-accept', unknown, 1],
  ['truncated-json', unknown, 1],
  ['500-before-accept', { statusCode: 500, name: 'internal_server_error' }, 0],
  ['500-after-accept', { statusCode: 500, name: 'internal_server_error' }, 1],
  ['429-rate', { statusCode: 429, name: 'rate_limit_exceeded' }, 0],
  ['429-quota', { statusCode: 429, name: 'daily_quota_exceeded' }, 0],
  ['409-concurrent', { statusCode: 409, name: 'concurrent_idempotent_requests' }, 0],
] as const;

describe.each(plans)('%s', (kind, error, accepted) => {
  test('is seen by the SDK as it would be; the same key then ends with one mail', async () => {
    const { office, resend, tell } = await openMailbox();
    await tell('faults', { faults: [{ request: 2, kind }] });
    const send = () => resend.emails.send(aMail(), { idempotencyKey: 'k' });
    await resend.emails.send(aMail({ to: 'ola@leser.example' }));
    expect((await send()).error).toMatchObject(error);
    expect(office.journal.mails()).toHaveLength(1 + accepted);
    const again = await send();
    expect(again.error).toBeNull();
    expect(office.journal.mails()).toHaveLength(2);
    expect(again.data?.id).toBe(office.journal.mails()[1]?.id);
  });

  test('strikes a batch whole', async () => {
    const { office, resend, tell } = await openMailbox();
    await tell('faults', { faults: [{ request: 1, kind }] });
    const { error: seen } = await resend.batch.send([aMail(), aMail()], { idempotencyKey: 'k' });
    expect(seen).toMatchObject(error);
    expect(office.journal.mails()).toHaveLength(2 * accepted);
  });
});

test('a fault strikes a replay too', async () => {
  const { office, resend, tell } = await openMailbox();
  await tell('faults', { faults: [{ request: 2, kind: 'reset-after-accept' }] });
  const send = () => resend.emails.send(aMail(), { idempotencyKey: 'k' });
  const first = await send();
  expect((await send()).error).toMatchObject(unknown);
  expect((await send()).data).toEqual(first.data);
  expect(office.journal.mails()).toHaveLength(1);
});

test('a planned 429 says when to come again', async () => {
  const { resend, tell } = await openMailbox();
  await tell('faults', { faults: [{ request: 1, kind: '429-rate' }] });
  const { headers } = await resend.emails.send(aMail());
  expect(headers).toMatchObject({ 'retry-after': '1', 'ratelimit-remaining': '0' });
});

test('who gives up on a slow answer was accepted all the same', async () => {
  const { office, resend, tell } = await openMailbox();
  await tell('faults', { faults: [{ request: 1, kind: 'delay', milliseconds: 300 }] });
  const options = { idempotencyKey: 'k', signal: AbortSignal.timeout(50) };
  expect((await resend.emails.send(aMail(), options)).error).toMatchObject(unknown);
  await expect.poll(() => office.journal.mails().length).toBe(1);
  const again = await resend.emails.send(aMail(), { idempotencyKey: 'k' });
  expect(again.data?.id).toBe(office.journal.mails()[0]?.id);
});

test('a delay and another fault can strike the same request', async () => {
  const { office, resend, tell } = await openMailbox();
  const faults = [
    { request: 1, kind: 'delay', milliseconds: 200 },
    { request: 1, kind: 'reset-after-accept' },
  ];
  await tell('faults', { faults });
  const started = performance.now();
  expect((await resend.emails.send(aMail())).error).toMatchObject(unknown);
  expect(performance.now() - started).toBeGreaterThanOrEqual(190);
  expect(office.journal.mails()).toHaveLength(1);
});

test('invalid plans are refused with a reason', async () => {
  const { office, tell } = await openMailbox();
  for (const fault of [
    { request: 0, kind: 'delay' },
    { request: 1, kind: 'explode' },
  ]) {
    const answer = await tell('faults', { faults: [fault] });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/request|kind/);
  }
  expect(office.faults).toEqual([]);
});
