import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBlock, anArticle, aBody, create } from '../../testing/make-article.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

interface Row {
  id: string;
  _status: string;
  title: string;
  slug: string;
  publishedAt: string;
  published: { firstAt: string; lastAt: string; slug: string; revision: string };
  alert: { requestedAt?: string | null; handledAt?: string | null };
}

let room: Room;
beforeAll(async () => {
  room = await startRoom();
});
afterAll(() => room.stop());

const messages = (body: {
  errors: { message: string; data?: { errors: { message: string; path: string }[] } }[];
}) =>
  body.errors.flatMap(
    (error) =>
      error.data?.errors.map(({ path, message }) => `${path}: ${message}`) ?? [error.message],
  );
const row = async (id: string) => {
  const where = { id: { equals: id } };
  const found = await room.payload.db.findOne<Row>({ collection: 'articles', where });
  if (found === null) throw new Error(`no article ${id}`);
  return found;
};
const patch = (id: string, data: object, query = '') =>
  room.ask('editor', 'PATCH', `/articles/${id}?depth=0${query}`, data);

test('a draft may lack everything, a publication may not', async () => {
  const draft = await room.ask('editor', 'POST', '/articles?draft=true', {});
  expect(draft.status).toBe(201);
  const refused = await patch(draft.body.doc.id, { _status: 'published' });
  expect(refused.status).toBe(400);
  expect(messages(refused.body)).toEqual([
    expect.stringMatching(/title: Skriv en tittel/),
    expect.stringMatching(/lead: Skriv en ingress/),
  ]);
  expect(refused.body.message).toMatch(/^Tittel: Skriv en tittel .*\nIngress: Skriv en ingress/);
});

test('stamps the first publication and keeps it through drafts and later publications', async () => {
  const article = await create(room, { title: 'Åpent på søndag' });
  expect(article.slug).toBe('apent-pa-sondag');
  const first = await row(article.id);
  expect(first.publishedAt).toBeTruthy();
  expect(first.published).toMatchObject({ slug: 'apent-pa-sondag' });
  expect(new Date(first.published.lastAt)).toEqual(new Date(first.publishedAt));

  await patch(article.id, { title: 'Et utkast', _status: 'draft' }, '&draft=true');
  expect(await row(article.id)).toMatchObject({
    title: 'Åpent på søndag',
    published: first.published,
  });

  await patch(article.id, { title: 'Stengt på søndag', _status: 'published' });
  const second = await row(article.id);
  expect(second.published).toMatchObject({
    firstAt: first.published.firstAt,
    slug: 'apent-pa-sondag',
  });
  expect(second.published.revision).not.toBe(first.published.revision);
  expect(second.published.lastAt > first.published.lastAt).toBe(true);
  expect(second.publishedAt).toEqual(first.publishedAt);
});

test('a box that is not filled in is told in words an editor knows', async () => {
  const body = aBody('Avsnitt.', aBlock('image', {}));
  const refused = await room.ask('editor', 'POST', '/articles', anArticle({ body }));
  expect(refused.status).toBe(400);
  expect(refused.body.message).toBe(
    'Tekst: Boksen «Bilde» i teksten er ikke ferdig. Fyll ut «Bilde», eller fjern boksen.',
  );
});

test('each unfinished box is told by its own name, and with its own fields', async () => {
  const body = aBody(
    aBlock('timeline', { title: 'Slik gikk det', items: [] }),
    aBlock('timeline', { items: [{ when: '', text: 'Noe' }] }),
    aBlock('gallery', { items: [] }),
  );
  const refused = await room.ask('editor', 'POST', '/articles', anArticle({ body }));
  expect(refused.body.message.split('\n')).toEqual([
    'Tekst: Boksen «Tidslinje» i teksten er ikke ferdig. Fyll ut «Hva som skjedde», eller fjern boksen.',
    'Tekst: Boksen «Tidslinje» i teksten er ikke ferdig. Fyll ut «Når», eller fjern boksen.',
    'Tekst: Boksen «Bildeserie» i teksten er ikke ferdig. Fyll ut «Bilder», eller fjern boksen.',
  ]);
});

test('nobody sets the stamps from outside', async () => {
  const forged = {
    published: { slug: 'x', revision: 'x' },
    alert: { handledAt: '2020-01-01T00:00:00Z' },
  };
  const article = await create(room, forged);
  const stored = await row(article.id);
  expect(stored.published.revision).not.toBe('x');
  expect(stored.alert?.handledAt ?? null).toBeNull();
});

test('wants an e-mail once, however often the article is published', async () => {
  const article = await create(room, { sendAlert: true });
  const requestedAt = (await row(article.id)).alert.requestedAt;
  expect(requestedAt).toBeTruthy();
  await patch(article.id, { _status: 'draft' });
  await patch(article.id, { _status: 'published' });
  expect((await row(article.id)).alert.requestedAt).toEqual(requestedAt);
});

test('the address follows the title until it is public, then stands', async () => {
  const draft = await room.ask(
    'editor',
    'POST',
    '/articles?draft=true',
    anArticle({ title: 'Første tittel', _status: 'draft' }),
  );
  const { id } = draft.body.doc;
  expect(draft.body.doc.slug).toBe('forste-tittel');
  const renamed = await patch(id, { title: 'Andre tittel' }, '&draft=true&autosave=true');
  expect(renamed.body.doc.slug).toBe('andre-tittel');
  await patch(id, { _status: 'published' });
  await patch(id, { title: 'Tredje tittel', _status: 'published' });
  expect((await row(id)).slug).toBe('andre-tittel');
});

test('a taken address gets a number by itself, and is refused when typed', async () => {
  const title = 'Sentralbordet er tilbake';
  expect((await create(room, { title })).slug).toBe('sentralbordet-er-tilbake');
  expect((await create(room, { title })).slug).toBe('sentralbordet-er-tilbake-2');
  expect((await create(room, { title })).slug).toBe('sentralbordet-er-tilbake-3');
  const refused = await room.ask(
    'editor',
    'POST',
    '/articles',
    anArticle({ slug: 'Sentralbordet er tilbake' }),
  );
  expect(refused.status).toBe(400);
  expect(messages(refused.body)[0]).toMatch(/slug: Adressen «sentralbordet-er-tilbake» er i bruk/);
  expect((await create(room, { title: '«…»' })).slug).toBe('sak');
  expect((await create(room, { title: '?!' })).slug).toBe('sak-2');
});

test('a new address for a public article leaves a redirect, and the old one is not given away', async () => {
  const article = await create(room, { title: 'Gammel adresse' });
  await patch(article.id, { slug: 'ny-adresse' }, '&draft=true');
  const find = () =>
    room.payload.find({
      collection: 'redirects',
      where: { from: { equals: '/saker/gammel-adresse/' } },
      depth: 0,
    });
  expect((await find()).totalDocs).toBe(0);
  await patch(article.id, { slug: 'ny-adresse', _status: 'published' });
  expect((await find()).docs).toEqual([expect.objectContaining({ article: article.id })]);
  expect((await create(room, { title: 'Gammel adresse' })).slug).toBe('gammel-adresse-2');
  const back = await patch(article.id, { slug: 'gammel-adresse', _status: 'published' });
  expect(back.body.doc.slug).toBe('gammel-adresse');
});

test('a theme that moves twice and back leaves no loop', async () => {
  const { body } = await room.ask('editor', 'POST', '/categories', { name: 'Kundeservice' });
  for (const slug of ['service', 'kundestotte', 'service']) {
    expect((await room.ask('editor', 'PATCH', `/categories/${body.doc.id}`, { slug })).status).toBe(
      200,
    );
  }
  const { docs } = await room.payload.find({
    collection: 'redirects',
    where: { to: { like: '/tema/' } },
  });
  expect(docs.map(({ from, to }) => [from, to]).sort()).toEqual([
    ['/tema/kundeservice/', '/tema/service/'],
    ['/tema/kundestotte/', '/tema/service/'],
  ]);
});

test('refuses a time to come and points to the plan', async () => {
  const publishedAt = new Date(Date.now() + 3_600_000).toISOString();
  const refused = await room.ask('editor', 'POST', '/articles', anArticle({ publishedAt }));
  expect(messages(refused.body)[0]).toMatch(/publishedAt: .*«Planlegg …»/);
  const soon = new Date(Date.now() + 60_000).toISOString();
  const article = await create(room, { publishedAt: soon });
  expect(Date.parse(article.publishedAt)).toBeLessThanOrEqual(Date.now());
});

test('paid content names who paid', async () => {
  const refused = await room.ask(
    'editor',
    'POST',
    '/articles',
    anArticle({ marking: 'sponsored' }),
  );
  expect(messages(refused.body)[0]).toMatch(/sponsor: .*Fyll ut «Sponsor»/);
  await create(room, { marking: 'sponsored', sponsor: 'Telefonbanken' });
});

test('a number in a series is used once', async () => {
  const { body } = await room.ask('editor', 'POST', '/series', { name: 'Sjefen sjøl' });
  const inSeries = { series: body.doc.id, seriesNumber: 48, place: 'BERGEN' };
  await create(room, { ...inSeries, title: 'Nummer førtiåtte' });
  const refused = await room.ask('editor', 'POST', '/articles', anArticle(inSeries));
  expect(messages(refused.body)[0]).toMatch(/seriesNumber: Nummer 48 .*«Nummer førtiåtte»/);
});

test('links that could run are refused, article links are kept', async () => {
  const link = (fields: object) => ({
    type: 'paragraph',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: [
      {
        type: 'link',
        version: 3,
        direction: null,
        format: '',
        indent: 0,
        fields,
        children: [
          {
            type: 'text',
            version: 1,
            text: 'her',
            format: 0,
            detail: 0,
            mode: 'normal',
            style: '',
          },
        ],
      },
    ],
  });
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    ' java\tscript:alert(1)',
    'vbscript:x',
  ]) {
    const refused = await room.ask(
      'editor',
      'POST',
      '/articles',
      anArticle({ body: aBody(link({ linkType: 'custom', url, newTab: false })) }),
    );
    expect(refused.status, url).toBe(400);
  }
  const target = await create(room);
  for (const fields of [
    { linkType: 'custom', url: 'https://nav.no/', newTab: false },
    { linkType: 'custom', url: 'mailto:a@b.no', newTab: false },
    { linkType: 'custom', url: 'tel:+4755000000', newTab: false },
    { linkType: 'custom', url: '/om/', newTab: false },
    { linkType: 'internal', doc: { relationTo: 'articles', value: target.id }, newTab: false },
  ]) {
    await create(room, { body: aBody(link(fields)) });
  }
});
