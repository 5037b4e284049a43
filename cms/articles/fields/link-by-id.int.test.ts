import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGroup, readReference } from '../../mapping/read-document.ts';
import { readEnvironment } from '../../environment.ts';
import { linkNodesIn } from '../../mapping/link-nodes.ts';
import { aBlock, aBody, anArticle, create } from '../../testing/make-article.ts';
import { paragraph, webLink, words } from '../../testing/make-lexical.ts';
import { startRoom, type Room } from '../../testing/start-room.ts';

let room: Room;
let linked: { id: string; slug: string };
beforeAll(async () => {
  room = await startRoom();
  const first = await create(room, { title: 'Den det lenkes til' });
  linked = (await room.ask('editor', 'PATCH', `/articles/${first.id}`, { slug: 'ny-adresse' })).body
    .doc;
});
afterAll(() => room.stop());

const linkTo = (url: string) => paragraph(webLink(url, words('les mer')));
const linksOf = (article: { body: unknown }) =>
  linkNodesIn(article.body).map(({ fields }) => fields);

test.each([
  ['a path', () => '/saker/ny-adresse/'],
  ['without its last slash', () => '/saker/ny-adresse'],
  ['the whole address', () => `${readEnvironment().siteUrl}/saker/ny-adresse/`],
  ['with who sent it round', () => `${readEnvironment().siteUrl}/saker/ny-adresse/?utm_source=x`],
  ['an address that it had', () => '/saker/den-det-lenkes-til/'],
])('%s leads to the article itself', async (_, url) => {
  const box = aBlock('factBox', { title: 'Fakta', content: aBody(linkTo(url())) });
  const article = await create(room, { body: aBody(linkTo(url()), box) });
  expect(linksOf(article)).toHaveLength(2);
  for (const fields of linksOf(article)) {
    expect(fields).toMatchObject({
      ...{ linkType: 'internal', doc: { relationTo: 'articles', value: linked.id } },
    });
    expect(fields['url']).toBeUndefined();
  }
});

test('a place in an article is kept, and its screen in the admin is the article', async () => {
  const { siteUrl, cmsUrl } = readEnvironment();
  const screen = `${cmsUrl}/admin/collections/articles/${String(linked.id)}`;
  const body = aBody(
    ...[`${siteUrl}/saker/ny-adresse/index.html#l%C3%B8nn`, screen, `${screen}/preview?x=1`].map(
      (url) => linkTo(url),
    ),
  );
  const links = linksOf(await create(room, { body }));
  expect(
    links.map(({ doc, fragment, url }) => [readReference(readGroup(doc)['value']), fragment, url]),
  ).toEqual([
    [linked.id, 'lønn', undefined],
    ...[1, 2].map(() => [linked.id, undefined, undefined]),
  ]);
});

test.each(['/saker/finnes-ikke/', 'https://example.com/saker/ny-adresse/'])(
  '%s stays an address',
  async (url) => {
    const [fields] = linksOf(await create(room, { body: aBody(linkTo(url)) }));
    expect(fields).toMatchObject({ linkType: 'custom', url });
  },
);

test.each([
  ['www.nav.no', 'https://www.nav.no'],
  ['nav.no/kontakt', 'https://nav.no/kontakt'],
  ['post@nav.no', 'mailto:post@nav.no'],
  ['mailto: post@nav.no', 'mailto:post@nav.no'],
  ['tel: 22 33 44 55', 'tel:22334455'],
  [' https://www.nav.no/a b ', 'https://www.nav.no/a%20b'],
  ['http://localhost:9/saker/x/?utm=1#x', 'http://localhost:9/saker/x/?utm=1#x'],
])('%j is kept as %j', async (typed, kept) => {
  const [fields] = linksOf(await create(room, { body: aBody(linkTo(typed)) }));
  expect(fields).toMatchObject({ linkType: 'custom', url: kept });
});

test.each(['/saker/nei/', '/tema/nei/', '/serier/nei/rss.xml', '/skribenter/nei/side/2/'])(
  '%s leads nowhere, which is told with its words',
  async (url) => {
    const draft = anArticle({ body: aBody(linkTo(url)), _status: 'draft' });
    const { id } = (await room.ask('editor', 'POST', '/articles?draft=true', draft)).body.doc;
    const { body } = await room.ask('editor', 'GET', `/desk/checklist/${id}`);
    const sentences = body.items.map(({ sentence }: { sentence: string }) => sentence);
    expect(sentences).toContain(`Lenken «les mer» går til ${url}, der det ikke er noe.`);
  },
);

test('a tema of ours is there', async () => {
  await room.ask('editor', 'POST', '/categories', { name: 'Teknologi' });
  const draft = anArticle({ body: aBody(linkTo('/tema/teknologi/')), _status: 'draft' });
  const { id } = (await room.ask('editor', 'POST', '/articles?draft=true', draft)).body.doc;
  const { body } = await room.ask('editor', 'GET', `/desk/checklist/${id}`);
  expect(JSON.stringify(body.items)).not.toContain('les mer');
});
