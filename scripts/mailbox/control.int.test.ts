import { request } from 'node:http';
import { expect, test } from 'vitest';
import { aMail, openMailbox } from './testing/open-mailbox.ts';

test('the journal lists every accepted mail, and every request with its answer', async () => {
  const { resend, tell } = await openMailbox();
  await resend.emails.send(aMail(), { idempotencyKey: 'k' });
  await resend.batch.send([aMail({ to: 'a@leser.example' }), aMail({ to: 'b@leser.example' })]);
  const journal = await (await tell('journal')).json();
  const [one, two, three] = journal.mails;
  expect([one.to, two.to, three.to].flat()).toEqual([
    'kari@leser.example',
    'a@leser.example',
    'b@leser.example',
  ]);
  expect(one).toMatchObject({ idempotencyKey: 'k', request: 1 });
  expect(journal.entries).toMatchObject([
    {
      endpoint: '/emails',
      idempotencyKey: 'k',
      status: 200,
      answer: { id: one.id },
      mails: [one.id],
    },
    { endpoint: '/emails/batch', request: 2, mails: [two.id, three.id] },
  ]);
});

test('changing one setting leaves the others', async () => {
  const { office, tell } = await openMailbox();
  await tell('settings', { dailyQuota: 7, sharesKeysBetweenEndpoints: true });
  await tell('settings', { webhookMode: 'duplicate' });
  expect(await (await tell('settings')).json()).toEqual(office.settings);
  expect(office.settings).toMatchObject({
    requestsPerSecond: 1000,
    dailyQuota: 7,
    sharesKeysBetweenEndpoints: true,
    webhookMode: 'duplicate',
  });
});

test.each([
  ['settings', { noSuchSetting: true }],
  ['settings', { requestsPerSecond: 0 }],
  ['clock', { move: 'forward' }],
  ['suppressions', { add: 'ola' }],
  ['faults', {}],
])('%s refuses %j with a reason, and nothing changes', async (path, body) => {
  const { office, tell } = await openMailbox();
  const before = structuredClone(office.settings);
  const answer = await tell(path, body);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ error: expect.any(String) });
  expect(office.settings).toEqual(before);
});

test('broken JSON is 400, an unknown address 404', async () => {
  const { url, tell } = await openMailbox();
  const broken = await fetch(`${url}/_control/clock`, { method: 'POST', body: '{' });
  expect(broken.status).toBe(400);
  expect((await tell('nothing', {})).status).toBe(404);
  expect((await tell('nothing')).status).toBe(404);
});

test('the clock can be set as well as moved, and survives a restart', async () => {
  const first = await openMailbox();
  await first.tell('clock', { at: '2030-01-01T00:00:00Z' });
  await first.resend.emails.send(aMail());
  expect(first.office.journal.mails()[0]?.at).toMatch(/^2030-01-01T00:00/);
  await first.close();
  const second = await openMailbox({ dataDir: first.dataDir });
  expect(new Date(second.office.now()).toISOString()).toMatch(/^2030-01-01T00:0/);
});

test('reset leaves nothing, on disk either', async () => {
  const { dataDir, close, office, resend, tell } = await openMailbox();
  await resend.emails.send(aMail(), { idempotencyKey: 'k' });
  await tell('suppressions', { add: ['ola@leser.example'] });
  await tell('clock', { move: 1e9 });
  await tell('faults', { faults: [{ request: 1, kind: '500-before-accept' }] });
  await tell('reset', {});
  expect(office.journal.mails()).toEqual([]);
  expect(office.suppressed()).toEqual([]);
  expect(Math.abs(office.now() - Date.now())).toBeLessThan(1000);
  const { error } = await resend.emails.send(aMail({ subject: 'Annen' }), { idempotencyKey: 'k' });
  expect(error).toBeNull();
  await tell('reset', {});
  await close();
  const { office: second } = await openMailbox({ dataDir });
  expect(second.journal.entries).toEqual([]);
});

/** The status of a request (for the journal) with these headers; `fetch` would not let `host` through. */
const ask = (url: string, headers: Record<string, string> = {}, path = '/_control/journal') =>
  new Promise<number | undefined>((resolve, reject) => {
    request(`${url}${path}`, { headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('pages in a browser and names from elsewhere are refused', async () => {
  const { url } = await openMailbox();
  expect(await ask(url)).toBe(200);
  expect(await ask(url, { host: 'localhost:8025' })).toBe(200);
  expect(await ask(url, { host: 'mailbox.example:8025' })).toBe(403);
  expect(await ask(url, { origin: 'https://evil.example' })).toBe(403);
  expect(await ask(url, { 'sec-fetch-mode': 'no-cors' })).toBe(403);
});

test('the pages are for people on this machine, not for the scripts of another site', async () => {
  const { url } = await openMailbox();
  expect((await fetch(`${url}/`)).status).toBe(200);
  expect(await ask(url, { host: 'evil.example' }, '/')).toBe(403);
});
