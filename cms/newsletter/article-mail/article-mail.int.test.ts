import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reconcileNewsletter } from '../reconcile-newsletter.ts';
import { aBlock, aBody } from '../../testing/make-article.ts';
import { ask, asUser } from '../testing/ask.ts';
import {
  aPublishedArticle,
  aSubscriber,
  mailsPerAddress,
  showOnSite,
  startNewsroom,
  untilStatus,
  type Newsroom,
} from '../testing/start-newsroom.ts';
import { articleMailSchema } from './article-mail.ts';

let newsroom: Newsroom;
let editor: Awaited<ReturnType<typeof asUser>>;
beforeAll(async () => {
  newsroom = await startNewsroom();
  editor = await asUser(newsroom);
});
afterAll(() => newsroom.stop());
beforeEach(async () => {
  newsroom.provider.forget();
  for (const collection of ['subscribers', 'mailings', 'deliveries', 'articles'] as const) {
    await newsroom.payload.db.deleteMany({ collection, where: {} });
  }
});

const path = (id: string) => `/api/newsletter/article/${id}`;
const look = async (id: string) =>
  articleMailSchema.parse(await (await ask(newsroom, path(id), editor)).json());
const mailCorrection = (id: string, correction: string, headers: Record<string, string>) =>
  ask(newsroom, path(id), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ correction }),
  });

/** Corrects a published article; the site shows it under a new revision at once unless told otherwise. */
async function correct(article: { id: string }, isLive = true): Promise<string> {
  const { corrections } = await newsroom.payload.update({
    collection: 'articles',
    id: article.id,
    data: {
      corrections: [{ at: new Date().toISOString(), text: 'Telefonen ringte i 2019.' }],
    },
  });
  if (isLive) await showOnSite(newsroom, article.id);
  return String(corrections?.[0]?.id);
}

describe('the panel', () => {
  test('tells how many will get the mail, and then what became of it', async () => {
    await aSubscriber(newsroom, { email: 'en@eksempel.no' });
    await aSubscriber(newsroom, { email: 'uke@eksempel.no', frequency: 'weekly' });
    await aSubscriber(newsroom, { email: 'serie@eksempel.no', series: ['en-annen-serie'] });
    const article = await aPublishedArticle(newsroom, { isLive: false });
    // None is there yet, and it will be.
    expect(await look(article.id)).toMatchObject({ readers: 1, mailings: [], isUnderway: true });
    await reconcileNewsletter(newsroom.payload);
    const waiting = (await look(article.id)).mailings[0];
    expect(waiting).toMatchObject({ isProblem: true });
    expect(waiting?.sentence).toMatch(/^E-posten venter: adressen svarer 404/);
    newsroom.site.pages.set(`/saker/${article.slug}/`, { revision: article.revision });
    await untilStatus(newsroom, article.id);
    expect((await look(article.id)).mailings[0]).toMatchObject({
      isProblem: false,
      sentence: '1 av 1 er mottatt av e-posttjenesten.',
      counts: [{ label: 'Skulle ikke ha den', count: 2 }],
    });
  });

  test('is for the newsroom only', async () => {
    const { id } = await aPublishedArticle(newsroom);
    expect((await ask(newsroom, path(id))).status).toBe(401);
    const writer = await asUser(newsroom, 'writer');
    expect((await mailCorrection(id, 'x', writer.headers)).status).toBe(401);
  });
});

describe('a correction', () => {
  test('is mailed once, on purpose, to exactly those who got the alert and still want mail', async () => {
    const names = ['fikk', 'meldte-seg-av', 'uke'] as const;
    const [, leaver] = await Promise.all(
      names.map((name) =>
        aSubscriber(newsroom, {
          email: `${name}@eksempel.no`,
          frequency: name === 'uke' ? 'weekly' : 'each',
        }),
      ),
    );
    const article = await aPublishedArticle(newsroom);
    await untilStatus(newsroom, article.id);
    const correction = await correct(article);
    await reconcileNewsletter(newsroom.payload);
    expect(newsroom.provider.accepted()).toHaveLength(2); // nobody asked for it to be mailed

    await aSubscriber(newsroom, { email: 'ny@eksempel.no' });
    await newsroom.payload.db.updateOne({
      collection: 'subscribers',
      id: String(leaver?.id),
      data: { state: 'unsubscribed' },
    });
    expect((await look(article.id)).corrections).toMatchObject([{ id: correction, receivers: 1 }]);
    newsroom.provider.forget();
    expect((await mailCorrection(article.id, correction, editor.headers)).status).toBe(201);
    expect((await mailCorrection(article.id, correction, editor.headers)).status).toBe(409);
    const log = await newsroom.payload.find({
      collection: 'log',
      where: { act: { equals: 'correction-mailed' } },
    });
    expect(log.docs).toMatchObject([{ act: 'correction-mailed', document: article.id }]);
    for (let turn = 0; turn < 3; turn++) await reconcileNewsletter(newsroom.payload);
    expect([...mailsPerAddress(newsroom.provider)]).toEqual([['fikk@eksempel.no', 1]]);
    const [mail] = newsroom.provider.accepted();
    expect(mail?.subject).toBe('Rettelse: Køen er død');
    expect(mail?.text).toContain('Telefonen ringte i 2019.');
    expect(mail?.html).toContain('Telefonen ringte i 2019.');
    expect((await look(article.id)).corrections).toEqual([]);
  });

  test('waits until the alert has gone to all who were to have it', async () => {
    await aSubscriber(newsroom, { email: 'fikk@eksempel.no' });
    const article = await aPublishedArticle(newsroom);
    const alert = await untilStatus(newsroom, article.id);
    const set = (status: string) =>
      newsroom.payload.db.updateOne({ collection: 'mailings', id: alert.id, data: { status } });
    const correction = await correct(article);
    newsroom.provider.forget();
    await set('paused');
    await mailCorrection(article.id, correction, editor.headers);
    await reconcileNewsletter(newsroom.payload);
    expect(newsroom.provider.accepted()).toEqual([]);
    expect((await look(article.id)).mailings[1]?.sentence).toMatch(/ikke gått ferdig/);
    await set('finished');
    for (let turn = 0; turn < 3; turn++) await reconcileNewsletter(newsroom.payload);
    expect([...mailsPerAddress(newsroom.provider)]).toEqual([['fikk@eksempel.no', 1]]);
  });

  test('waits until readers can see it', async () => {
    await aSubscriber(newsroom, { email: 'fikk@eksempel.no' });
    const article = await aPublishedArticle(newsroom);
    await untilStatus(newsroom, article.id);
    const correction = await correct(article, false);
    newsroom.provider.forget();
    await mailCorrection(article.id, correction, editor.headers);
    await reconcileNewsletter(newsroom.payload);
    expect(newsroom.provider.accepted()).toEqual([]);
    expect((await look(article.id)).mailings[1]?.sentence).toMatch(/eldre utgave/);
  });
});

describe('the mail before it goes', () => {
  test('is shown with what is in the draft, and sent to the one who asks', async () => {
    await aSubscriber(newsroom);
    const { id } = await newsroom.payload.create({
      collection: 'articles',
      draft: true,
      data: { title: 'Under arbeid <b>', lead: 'Snart', kind: 'news', _status: 'draft' },
    });
    const letter = `/api/newsletter/letter/${String(id)}`;
    const page = await (await ask(newsroom, letter, editor)).text();
    expect(page).toContain('Under arbeid &lt;b&gt;');
    expect(page).not.toContain('placeholder');
    const framed = await ask(newsroom, `${letter}?part=html`, editor);
    expect(framed.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(await framed.text()).toContain('Snart');
    expect((await ask(newsroom, letter)).status).toBe(401);
    newsroom.provider.forget();
    const sent = await ask(newsroom, letter, { method: 'POST', ...editor });
    expect(await sent.text()).toContain(`Prøven er sendt til ${editor.email}`);
    expect(newsroom.provider.accepted()).toMatchObject([
      { to: [editor.email], subject: 'Prøve: Under arbeid <b>' },
    ]);
  });

  test('is shown although the text names an organisation that no database knows', async () => {
    const factBox = { title: 'Fakta', content: aBody('Ord'), organisation: 'borte' };
    const version = { title: 'Med faktaboks', body: aBody(aBlock('factBox', factBox)) };
    const { id } = await newsroom.payload.create({
      collection: 'articles',
      draft: true,
      data: { title: version.title, _status: 'draft' },
    });
    await newsroom.payload.db.updateVersion({
      collection: 'articles',
      where: { parent: { equals: id } },
      versionData: { version: { ...version, _status: 'draft' } } as never, // why: past every check
    });
    const letter = await ask(newsroom, `/api/newsletter/letter/${id}`, editor);
    expect(letter.status).toBe(200);
    expect(await letter.text()).toContain('Med faktaboks');
  });
});
