import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SubscriberRow } from '../store/rows.ts';
import { sendConfirmations } from './send-confirmations.ts';
import { ask, asUser, postForm, sendJson } from '../testing/ask.ts';
import {
  aSubscriber,
  mailsPerAddress,
  startNewsroom,
  type Newsroom,
} from '../testing/start-newsroom.ts';
import { linkToken } from './tokens.ts';

let newsroom: Newsroom;
let subscriber: SubscriberRow;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
beforeEach(async () => {
  subscriber = await aSubscriber(newsroom);
});

const path = (name: 'unsubscribe' | 'preferences', id = subscriber.id) =>
  `/api/newsletter/${name}?token=${linkToken(name, id)}`;
const longAgo = '2026-01-01T00:00:00.000Z';
const rowNow = () =>
  newsroom.payload.db.findOne<SubscriberRow>({
    collection: 'subscribers',
    where: { id: { equals: subscriber.id } },
  });

describe('unsubscribing', () => {
  test('looking at the page ten times changes nothing', async () => {
    for (let n = 0; n < 10; n++)
      expect((await ask(newsroom, path('unsubscribe'))).status).toBe(200);
    expect(await rowNow()).toMatchObject({ state: 'active' });
  });

  test.each(['urlencoded', 'multipart'])(
    'one click, %s: 200, empty, no redirect, no cookie',
    async (kind) => {
      const body = kind === 'multipart' ? new FormData() : new URLSearchParams();
      body.append('List-Unsubscribe', 'One-Click');
      const response = await ask(newsroom, path('unsubscribe'), { method: 'POST', body });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('');
      expect(response.headers.get('set-cookie')).toBeNull();
      expect(await rowNow()).toMatchObject({
        state: 'unsubscribed',
        unsubscribedBy: 'ett klikk i e-postprogrammet',
      });
    },
  );

  test('the button on the page leads to the farewell page', async () => {
    const response = await postForm(newsroom, path('unsubscribe'));
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${newsroom.site.url}/nyhetsbrev/avmeldt/`);
    expect(await rowNow()).toMatchObject({
      state: 'unsubscribed',
      unsubscribedBy: 'siden for avmelding',
    });
  });

  test('a link that was used says so', async () => {
    await postForm(newsroom, path('unsubscribe'));
    const page = await (await ask(newsroom, path('unsubscribe'))).text();
    expect(page).toContain('Du er meldt av');
    expect(page).not.toContain('<button');
  });

  test('whom the newsroom takes off the list is asked for no confirmation any more', async () => {
    const waits = await aSubscriber(newsroom, { email: 'venter@eksempel.no', state: 'pending' });
    const asksToBe = { confirmation: 'requested', confirmNonce: 'n', confirmationNextAt: longAgo };
    const change = (data: object) =>
      newsroom.payload.db.updateOne({ collection: 'subscribers', id: waits.id, data: { ...data } });
    await change(asksToBe);
    const { headers } = await asUser(newsroom, 'admin');
    const answer = await ask(newsroom, `/api/subscribers/${waits.id}`, {
      method: 'PATCH',
      body: JSON.stringify({ state: 'unsubscribed' }),
      headers: { ...headers, 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(200);
    await sendConfirmations(newsroom.payload);
    // A suppressed address gets nothing, whatever its row still asks for.
    await change({ ...asksToBe, state: 'suppressed' });
    await sendConfirmations(newsroom.payload);
    expect(mailsPerAddress(newsroom.provider).get('venter@eksempel.no')).toBeUndefined();
  });

  test('a token for something else, or of somebody else, does nothing', async () => {
    const wrong = `/api/newsletter/unsubscribe?token=${linkToken('preferences', subscriber.id)}`;
    expect((await postForm(newsroom, wrong, { 'List-Unsubscribe': 'One-Click' })).status).toBe(400);
    expect((await ask(newsroom, wrong)).status).toBe(404);
    expect(await rowNow()).toMatchObject({ state: 'active' });
  });

  test('who is suppressed stays suppressed', async () => {
    const { id } = await aSubscriber(newsroom, { state: 'suppressed' });
    await postForm(newsroom, path('unsubscribe', id));
    const row = await newsroom.payload.db.findOne({
      collection: 'subscribers',
      where: { id: { equals: id } },
    });
    expect(row).toMatchObject({ state: 'suppressed' });
  });
});

describe('preferences', () => {
  test('are shown, saved and shown again', async () => {
    await newsroom.payload.create({
      collection: 'series',
      data: { name: 'Servicehverdag', slug: 'servicehverdag' },
    });
    expect(await (await ask(newsroom, path('preferences'))).text()).toContain('Servicehverdag');
    const response = await postForm(newsroom, path('preferences'), {
      action: 'save',
      frequency: 'weekly',
      series: 'servicehverdag',
    });
    const html = await response.text();
    expect(html).toContain('lagret');
    expect(html).toMatch(/value="weekly" checked/);
    expect(await rowNow()).toMatchObject({ frequency: 'weekly', series: ['servicehverdag'] });
  });

  test('only series that are gone: she is told, and does not get every article', async () => {
    const choice = { action: 'save', frequency: 'each', series: 'borte-i-mellomtiden' };
    const html = await (await postForm(newsroom, path('preferences'), choice)).text();
    expect(html).toMatch(/borte-i-mellomtiden» som du fulgte, er avsluttet/);
    expect(await rowNow()).toMatchObject({ series: ['borte-i-mellomtiden'] });
  });

  test('"send me my data" gives all of it and no tokens', async () => {
    const response = await postForm(newsroom, path('preferences'), { action: 'data' });
    expect(response.headers.get('content-disposition')).toContain('attachment');
    const data: unknown = await response.json();
    expect(data).toMatchObject({ email: subscriber.email, state: 'active', deliveries: [] });
    expect(JSON.stringify(data)).not.toMatch(/token|nonce/i);
  });

  test('"delete me" asks once and then leaves nothing', async () => {
    const asked = await postForm(newsroom, path('preferences'), { action: 'erase' });
    expect(await asked.text()).toContain('name="sure"');
    expect(await rowNow()).not.toBeNull();
    await postForm(newsroom, path('preferences'), { action: 'erase', sure: 'yes' });
    expect(await rowNow()).toBeNull();
    expect((await ask(newsroom, path('preferences'))).status).toBe(404);
    const oneClick = await postForm(newsroom, path('unsubscribe'), {
      'List-Unsubscribe': 'One-Click',
    });
    expect(oneClick.status).toBe(200);
  });

  test('a suppressed address stays suppressed after "delete me", without being kept', async () => {
    const row = await aSubscriber(newsroom, { state: 'suppressed', suppressedReason: 'x' });
    const answer = { action: 'erase', sure: 'yes' };
    await postForm(newsroom, path('preferences', row.id), answer);
    const { docs } = await newsroom.payload.db.find<SubscriberRow>({
      collection: 'subscribers',
      where: { state: { equals: 'suppressed' } },
      pagination: false,
      limit: 0,
    });
    expect(JSON.stringify(docs)).not.toContain(row.address);
    newsroom.provider.forget();
    await sendJson(newsroom, '/api/newsletter/subscribe', { email: row.email });
    expect(newsroom.provider.accepted()).toHaveLength(0);
  });
});

describe('who may read what', () => {
  test.each(['subscribers', 'mailings', 'deliveries', 'batches'])(
    'nobody anonymous reads %s',
    async (collection) => {
      const response = await ask(newsroom, `/api/${collection}`);
      expect(response.status).toBe(403);
    },
  );

  test('an administrator may suppress, but not activate or change an address', async () => {
    const user = { id: 'x', collection: 'users', role: 'admin' } as never; // why: no login needed here
    const update = (data: Record<string, unknown>) =>
      newsroom.payload.update({
        collection: 'subscribers',
        id: subscriber.id,
        data,
        overrideAccess: false,
        user,
      });
    await update({ state: 'suppressed', email: 'annen@eksempel.no' });
    expect(await rowNow()).toMatchObject({ state: 'suppressed', email: subscriber.email });
    await expect(update({ state: 'unsubscribed' })).rejects.toThrow(/sperret/);
    await expect(update({ state: 'active' })).rejects.toThrow();
  });
});
