import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import {
  aPublishedArticle,
  aSubscriber,
  mailingOf,
  startNewsroom,
  untilStatus,
  wakeUp,
  type Newsroom,
} from '../testing/start-newsroom.ts';

let newsroom: Newsroom;
beforeAll(async () => {
  newsroom = await startNewsroom();
});
afterAll(() => newsroom.stop());
beforeEach(async () => {
  newsroom.provider.plan({});
  newsroom.provider.forget();
  await newsroom.payload.db.deleteMany({ collection: 'subscribers', where: {} });
});

describe('mail only when live', () => {
  test.each([
    ['is missing', undefined, /404/],
    ['shows an older revision', { revision: 'old' }, /eldre utgave/],
    ['names another canonical address', { canonical: 'https://annet.example/' }, /kanoniske/],
    ['redirects', { status: 301 }, /301/],
    ['fails', { status: 500 }, /500/],
  ])('a page that %s holds the alert; it goes by itself once live', async (_, shown, why) => {
    await aSubscriber(newsroom);
    const article = await aPublishedArticle(newsroom, { isLive: false });
    const path = `/saker/${article.slug}/`;
    if (shown) newsroom.site.pages.set(path, { revision: article.revision, ...shown });
    const held = await untilStatus(newsroom, article.id, 'held');
    expect(held.heldReason).toMatch(why);
    expect(newsroom.provider.requests).toHaveLength(0);
    newsroom.site.pages.set(path, { revision: article.revision });
    await untilStatus(newsroom, article.id);
    expect(newsroom.provider.accepted()).toHaveLength(1);
  });

  test('waits while whoever gets the mail could not unsubscribe', async () => {
    const article = await aPublishedArticle(newsroom);
    newsroom.site.hasLeavingPage = false;
    await reconcileNewsletter(newsroom.payload);
    expect(await mailingOf(newsroom, article.id)).toMatchObject({
      status: 'held',
      heldReason: expect.stringContaining('avmelding svarer ikke') as string,
    });
    newsroom.site.hasLeavingPage = true;
    await untilStatus(newsroom, article.id);
  });

  test('a wish older than 48 hours asks a person, who may send or cancel', async () => {
    await aSubscriber(newsroom);
    const old = { requestedAt: new Date(Date.now() - 49 * 3600 * 1000).toISOString() };
    const [sent, dropped] = [
      await aPublishedArticle(newsroom, old),
      await aPublishedArticle(newsroom, old),
    ];
    const decide = async (articleId: string, decision: 'send' | 'cancel') => {
      const { id } = await untilStatus(newsroom, articleId, 'needs-person');
      await newsroom.payload.update({ collection: 'mailings', id, data: { decision } });
    };
    await decide(sent.id, 'send');
    await decide(dropped.id, 'cancel');
    await untilStatus(newsroom, sent.id, 'finished');
    await untilStatus(newsroom, dropped.id, 'cancelled');
    expect(newsroom.provider.accepted()).toHaveLength(1);
  });

  test('a held mailing says so when its article is taken off the site, and goes when it is back', async () => {
    await aSubscriber(newsroom);
    const article = await aPublishedArticle(newsroom, { isLive: false });
    const setStatus = (_status: string) =>
      newsroom.payload.db.updateOne({ collection: 'articles', id: article.id, data: { _status } });
    await untilStatus(newsroom, article.id, 'held');
    await setStatus('draft');
    expect((await untilStatus(newsroom, article.id, 'held')).heldReason).toMatch(/avpublisert/);
    newsroom.site.pages.set(`/saker/${article.slug}/`, { revision: article.revision });
    await setStatus('published');
    await untilStatus(newsroom, article.id);
    expect(newsroom.provider.accepted()).toHaveLength(1);
  });

  test('an article taken off the site while its mailing waits is not mailed', async () => {
    await aSubscriber(newsroom);
    const article = await aPublishedArticle(newsroom);
    newsroom.provider.plan({ 1: '429-quota' });
    const paused = await untilStatus(newsroom, article.id, 'paused');
    await newsroom.payload.db.updateOne({
      collection: 'articles',
      id: article.id,
      data: { _status: 'draft' },
    });
    await wakeUp(newsroom, paused.id);
    await reconcileNewsletter(newsroom.payload);
    expect((await mailingOf(newsroom, article.id))?.pauseReason).toMatch(/avpublisert/);
    expect(newsroom.provider.accepted()).toHaveLength(0);
  });
});
