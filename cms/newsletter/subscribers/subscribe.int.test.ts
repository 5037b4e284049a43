import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newsletterConsent } from '../../../content/model/consent.ts';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import type { SubscriberRow } from '../store/rows.ts';
import { ask, postForm, sendJson } from '../testing/ask.ts';
import { aSubscriber, startNewsroom, type Newsroom } from '../testing/start-newsroom.ts';

const subscribePath = '/api/newsletter/subscribe';
let newsroom: Newsroom;
let email: string;
let serial = 0;
beforeAll(async () => {
  newsroom = await startNewsroom();
  for (const slug of ['servicehverdag', 'koen']) {
    // why: the types are those of the whole CMS, whose series have more fields.
    await newsroom.payload.create({ collection: 'series', data: { name: slug, slug } as never });
  }
});
afterAll(() => newsroom.stop());
beforeEach(() => {
  newsroom.provider.plan({});
  newsroom.provider.forget();
  email = `Leser${String(++serial)}@eksempel.no`;
});

const rowOf = (address: string) =>
  newsroom.payload.db.findOne<SubscriberRow>({
    collection: 'subscribers',
    where: { address: { equals: address.toLowerCase() } },
  });

const change = (id: string | undefined, data: Partial<SubscriberRow>) =>
  newsroom.payload.db.updateOne({ collection: 'subscribers', id: id ?? '', data });

async function subscribed(fields: Record<string, string | string[]> = {}): Promise<SubscriberRow> {
  await postForm(newsroom, subscribePath, { email, ...fields });
  await allConfirmationsSent();
  const row = await rowOf(email);
  if (!row) throw new Error('no row');
  return row;
}

/** The endpoint sends on its own; this waits until nobody is left to be written to. */
const allConfirmationsSent = () =>
  expect
    .poll(
      async () => {
        await reconcileNewsletter(newsroom.payload);
        const where = { confirmation: { equals: 'requested' } };
        return (await newsroom.payload.db.count({ collection: 'subscribers', where })).totalDocs;
      },
      { timeout: 15_000 },
    )
    .toBe(0);

/** The path of the link in the last confirmation mail. */
function confirmPath(): string {
  const link = /http:\/\/localhost:\d+(\S+confirm\?token=\S+)/.exec(
    newsroom.provider.accepted().at(-1)?.text ?? '',
  );
  if (!link?.[1]) throw new Error('no confirmation mail');
  return link[1];
}

describe('subscribing', () => {
  test('a form leads to the page that says "check your mail"; the mail holds one link', async () => {
    const response = await postForm(newsroom, subscribePath, {
      email,
      frequency: 'weekly',
      series: ['servicehverdag', 'koen', 'finnes-ikke'],
      page: `${newsroom.site.url}/saker/ko/`,
    });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${newsroom.site.url}/nyhetsbrev/sjekk-epost/`);
    await allConfirmationsSent();
    expect(await rowOf(email)).toMatchObject({
      state: 'pending',
      email,
      frequency: 'weekly',
      series: ['servicehverdag', 'koen'],
      consentText: newsletterConsent.wording,
      consentVersion: newsletterConsent.version,
      consentPage: '/saker/ko/',
      consentMethod: 'skjemaet',
    });
    expect(newsroom.provider.accepted().map(({ to }) => to[0])).toEqual([email]);
    expect(newsroom.provider.accepted()[0]?.html.match(/newsletter\/confirm/g)).toHaveLength(1);
  });

  test('who chooses a series that is gone has not chosen every article', async () => {
    const asked = { email: 'borte@eksempel.no', series: 'finnes-ikke' };
    const response = await postForm(newsroom, subscribePath, asked);
    expect(response.status).toBe(422);
    expect(await response.text()).toMatch(/finnes ikke lenger[^]*value="borte@eksempel.no"/);
    expect(await rowOf('borte@eksempel.no')).toBeFalsy();
  });

  test('JSON gets 202 and may come from the site, preflight included', async () => {
    const response = await sendJson(newsroom, subscribePath, { email });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ ok: true });
    expect(response.headers.get('access-control-allow-origin')).toBe(newsroom.site.url);
    const preflight = await ask(newsroom, subscribePath, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
  });

  test('a malformed address is answered in Norwegian and stays in the field, escaped', async () => {
    const response = await postForm(newsroom, subscribePath, { email: 'kari"><script>' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('e-postadresse');
    expect(html).toContain('value="kari&quot;&gt;&lt;script&gt;"');
    const json = await sendJson(newsroom, subscribePath, { email: 'a@b\r\nBcc: x@y.no' });
    expect(json.status).toBe(422);
    expect(await json.json()).toMatchObject({ ok: false, message: expect.any(String) as string });
  });

  test.each([
    ['who fills in the trap', { website: 'x' }],
    ['who is faster than anybody', { elapsed: '40' }],
  ])('%s gets the same answer and leaves no row', async (_, robot) => {
    const response = await postForm(newsroom, subscribePath, { email, ...robot });
    expect(response.status).toBe(303);
    expect(await rowOf(email)).toBeNull();
  });

  test('the answer is the same whatever the state of the address; only the first gets a mail', async () => {
    const known = await Promise.all(
      (['active', 'suppressed', 'unsubscribed', 'pending'] as const).map((state) =>
        aSubscriber(newsroom, { state, confirmationTimes: [new Date().toISOString()] }),
      ),
    );
    const addresses = [email, ...known.map((row) => row.email ?? '')];
    for (const each of addresses) {
      const response = await sendJson(newsroom, subscribePath, { email: each });
      expect([response.status, await response.text()]).toEqual([202, '{"ok":true}']);
    }
    await allConfirmationsSent();
    expect(newsroom.provider.accepted().map(({ to }) => to[0])).toEqual([email]);
  });

  test('at most one confirmation mail a day and three in 30 days', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const row = await subscribed();
    await subscribed();
    expect(newsroom.provider.accepted()).toHaveLength(1);
    await change(row.id, { confirmationTimes: [daysAgo(2)] });
    await subscribed();
    expect(newsroom.provider.accepted()).toHaveLength(2);
    await change(row.id, { confirmationTimes: [daysAgo(2), daysAgo(5), daysAgo(9)] });
    await subscribed();
    expect(newsroom.provider.accepted()).toHaveLength(2);
  });

  test('the limit holds for an address that was forgotten in between', async () => {
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    const row = await subscribed();
    await change(row.id, {
      confirmationTimes: [daysAgo(20), daysAgo(10), daysAgo(8)],
      confirmExpiresAt: daysAgo(1),
    });
    await reconcileNewsletter(newsroom.payload);
    expect(await rowOf(email)).toBeNull();
    const kept = await newsroom.payload.db.find({ collection: 'payload-kv', pagination: false });
    expect(JSON.stringify(kept.docs)).toMatch(/confirmations:(?!.*eksempel)/i);
    newsroom.provider.forget();
    await postForm(newsroom, subscribePath, { email });
    await allConfirmationsSent();
    expect(newsroom.provider.accepted()).toHaveLength(0);
    expect(await rowOf(email)).toBeNull();
  });

  test('a stranger who signs up somebody who had left changes nothing that is written down', async () => {
    const { id } = await subscribed();
    await ask(newsroom, confirmPath(), { method: 'POST' });
    const consentPage = '/nyhetsbrev/';
    await change(id, { state: 'unsubscribed', confirmationTimes: [], consentPage });
    const before = await rowOf(email);
    await postForm(newsroom, subscribePath, {
      email,
      frequency: 'weekly',
      page: `${newsroom.site.url}/saker/annen/`,
    });
    await allConfirmationsSent();
    const { frequency, consentText, requestedAt } = before ?? {};
    const written = { frequency, consentText, consentPage, requestedAt };
    expect(await rowOf(email)).toMatchObject({ state: 'unsubscribed', ...written });
    await change(id, { confirmExpiresAt: new Date(Date.now() - 1000).toISOString() });
    await reconcileNewsletter(newsroom.payload);
    expect(await rowOf(email)).toMatchObject({ ...written, asked: null, confirmation: 'none' });
    await change(id, { confirmationTimes: [] });
    await postForm(newsroom, subscribePath, { email, frequency: 'weekly', page: '/saker/ny/' });
    await allConfirmationsSent();
    await ask(newsroom, confirmPath(), { method: 'POST' });
    expect(await rowOf(email)).toMatchObject({ state: 'active', frequency: 'weekly', asked: null });
  });

  test('two requests at the same moment make one subscriber and one mail', async () => {
    await Promise.all([1, 2, 3].map(() => postForm(newsroom, subscribePath, { email })));
    await allConfirmationsSent();
    expect(newsroom.provider.accepted()).toHaveLength(1);
  });

  test('who left may come back the same day', async () => {
    const { id } = await subscribed();
    await ask(newsroom, confirmPath(), { method: 'POST' });
    await change(id, { state: 'unsubscribed' });
    await subscribed();
    expect(newsroom.provider.accepted()).toHaveLength(2);
    await ask(newsroom, confirmPath(), { method: 'POST' });
    expect(await rowOf(email)).toMatchObject({ state: 'active' });
  });

  test('too many from one address are told to wait', async () => {
    let last = 0;
    for (let n = 0; n < 21; n++) {
      const response = await sendJson(newsroom, subscribePath, { email, website: 'x' });
      last = response.status;
      if (last === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(last).toBe(429);
  });
});

describe('the confirmation mail survives faults', () => {
  test.each(['reset-after-accept', '500-after-accept', 'truncated-json', '429-rate'] as const)(
    '%s',
    async (fault) => {
      newsroom.provider.plan({ 1: fault });
      const row = await subscribed();
      expect((await rowOf(row.address))?.confirmation).toBe('accepted');
      expect(newsroom.provider.accepted()).toHaveLength(1);
    },
  );
});

describe('confirming', () => {
  test('looking at the link changes nothing, pressing the button does', async () => {
    await subscribed();
    const path = confirmPath();
    for (let n = 0; n < 10; n++) {
      const shown = await ask(newsroom, path);
      expect(shown.status).toBe(200);
      expect((await shown.text()).match(/<form/g)).toHaveLength(1);
    }
    expect(await rowOf(email)).toMatchObject({ state: 'pending' });
    const response = await ask(newsroom, path, { method: 'POST' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${newsroom.site.url}/nyhetsbrev/bekreftet/`);
    expect(await rowOf(email)).toMatchObject({ state: 'active' });
  });

  test('a used link says so kindly and never brings back somebody who left', async () => {
    const { id } = await subscribed();
    const path = confirmPath();
    await ask(newsroom, path, { method: 'POST' });
    expect(await (await ask(newsroom, path)).text()).toContain('allerede');
    expect((await ask(newsroom, path, { method: 'POST' })).status).toBe(303);
    await change(id, { state: 'unsubscribed' });
    const late = await ask(newsroom, path, { method: 'POST' });
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('meldt deg av siden');
    expect(await rowOf(email)).toMatchObject({ state: 'unsubscribed' });
  });

  test('an old link says so, an unknown one too', async () => {
    const { id } = await subscribed();
    const path = confirmPath();
    await change(id, { confirmExpiresAt: new Date(Date.now() - 1000).toISOString() });
    expect((await ask(newsroom, path, { method: 'POST' })).status).toBe(410);
    expect((await ask(newsroom, '/api/newsletter/confirm?token=x')).status).toBe(404);
    await reconcileNewsletter(newsroom.payload);
    expect(await rowOf(email)).toBeNull();
  });

  test('the token is not in the database', async () => {
    const row = await subscribed();
    const token = new URL(confirmPath(), 'http://x').searchParams.get('token') ?? '';
    expect(token).not.toBe('');
    expect(JSON.stringify(row)).not.toContain(token);
  });

  test('the page runs nothing, loads nothing and tells nobody where the reader came from', async () => {
    await subscribed();
    const response = await ask(newsroom, confirmPath());
    const html = await response.text();
    expect(html).toContain('<html lang="nb">');
    expect(html).not.toMatch(/<script|<img|<link/);
    expect(html).not.toContain('evil.example');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});
