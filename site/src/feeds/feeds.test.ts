import { describe, expect, it } from 'vitest';
import type { Article } from '../../../content/model/article.ts';
import {
  aMedia,
  anArticle,
  anAuthor,
  anOrganisation,
  aPublication,
} from '../../../content/testing/make-documents.ts';
import type { Store } from '../store.ts';
import { atom } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';
import { newsSitemap, sitemap, sitemapIndex } from './sitemap.ts';

const origin = 'https://avis.example';
const hostile = 'A\u0000B\u000bC\ud800 <b>&"\' ]]> 🙂 \ufffe';

const storeOf = (articles: Article[]) =>
  // why: feeds and sitemaps ask these questions and no others.
  ({
    publication: () => aPublication({ name: hostile }),
    latestArticles: () => articles,
    author: (id: string) => anAuthor({ id, name: hostile }),
    organisation: (id: string) =>
      anOrganisation({ id, interest: 'owner', disclosure: 'Eieren eier avisen.' }),
    media: (id: string) => aMedia({ id, credit: hostile }),
    card: () => undefined,
    news: () => articles,
    latest: () => articles,
    sitemap: () =>
      articles.map(({ modifiedAt }) => ({ path: '/saker/x/', modifiedAt, hero: aMedia() })),
    categories: () => [],
    allSeries: () => [],
    authors: () => [],
    tags: () => [{ slug: 'ko', name: 'kø' }],
    years: () => [2026],
    months: () => [],
    kinds: () => ['news' as const],
  }) as unknown as Store;

const article = anArticle({
  id: 'a1',
  title: hostile,
  lead: hostile,
  hero: 'm',
  authors: ['kari'],
  tags: [hostile],
  body: [{ type: 'paragraph', children: [{ type: 'text', text: hostile }] }],
});
const list = { list: 'all', path: '/', title: hostile, description: hostile } as const;
const source = (articles: Article[]) => ({ store: storeOf(articles), origin });
const documents = (articles: Article[]) => ({
  rss: rss(list, source(articles)),
  atom: atom(source(articles)),
  sitemap: sitemap(source(articles), ['om']),
  sitemapIndex: sitemapIndex(source(articles)),
  newsSitemap: newsSitemap(source(articles)),
});

describe('XML documents', () => {
  it.each(['rss', 'atom', 'sitemap', 'newsSitemap', 'sitemapIndex'] as const)(
    '%s is well-formed, whatever the texts hold',
    (name) => {
      expect(problems(documents([article])[name])).toEqual([]);
      expect(problems(documents([])[name])).toEqual([]);
    },
  );

  it('keep the letters that XML allows', () => {
    expect(documents([article]).rss).toContain('🙂');
  });
});

describe('every feed', () => {
  const paid = anArticle({
    marking: 'advert',
    sponsor: 'Klarlinje AS',
    organisations: ['eier'],
    authors: ['kari'],
    hero: 'm',
  });
  const feeds = [
    ['rss', rss(list, source([paid]))],
    ['atom', atom(source([paid]))],
    ['json', jsonFeed(source([paid]))],
  ] as const;

  it.each(feeds)('%s says who paid, in the title too', (_, feed) => {
    expect(feed).toContain('Annonse: ');
    expect(feed).toContain('betalt av Klarlinje AS');
    expect(feed).not.toContain('/skribenter/');
  });

  it.each(feeds)('%s carries the disclosure and the photo credit', (_, feed) => {
    expect(feed).toContain('Eieren eier avisen.');
    expect(feed).toContain('FOTO: ');
  });

  it('keeps the id of an article when its address changes', () => {
    const ids = (slug: string) =>
      JSON.parse(jsonFeed(source([anArticle({ id: 'a1', slug })]))).items[0].id as string;
    expect(ids('gammel')).toBe(ids('ny'));
  });

  it('keeps the id of a new article when the site moves, and of an old one as readers know it', () => {
    const id = (
      publishedAt: string,
      origin: string,
      articleId = '0FA0D57F-49d5-4998-8f10-4a252eec5a27',
    ) =>
      JSON.parse(jsonFeed({ store: storeOf([anArticle({ id: articleId, publishedAt })]), origin }))
        .items[0].id as string;
    const [old, recent] = ['2026-11-30T10:00:00.000Z', '2026-12-01T10:00:00.000Z'];
    expect(id(recent, 'https://a.no')).toBe('urn:uuid:0fa0d57f-49d5-4998-8f10-4a252eec5a27');
    const objectId = '6565f1d2c3a4b5c6d7e8f901';
    expect(id(recent, 'https://a.no', objectId)).toMatch(
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    expect(id(recent, 'https://b.no', objectId)).toBe(id(recent, 'https://a.no', objectId));
    expect(id(old, 'https://a.no', objectId)).toBe(`tag:a.no,2025:artikkel:${objectId}`);
  });

  it.each(feeds)(
    '%s says whose it is and has a sign; places in the text lead to the page',
    (_, feed) => {
      expect(feed).toContain('/apple-touch-icon.png');
      const anchor = {
        type: 'link' as const,
        href: '#ko',
        children: [{ type: 'text' as const, text: 'her' }],
      };
      const body = [{ type: 'paragraph' as const, children: [anchor] }];
      const linked = jsonFeed(source([anArticle({ slug: 'x', body })]));
      expect(linked).toContain(`${origin}/saker/x/#ko`);
    },
  );
});

it('keeps advertisements out of the news sitemap', () => {
  const store = storeOf([anArticle({ marking: 'advert', sponsor: 'X' })]);
  expect(newsSitemap({ store, origin })).not.toContain('<url>');
});

/** What keeps a document from being well-formed XML: forbidden characters, bare ampersands, unbalanced tags. */
function problems(xml: string): string[] {
  const found: string[] = [];
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) found.push('forbidden');
  if (!xml.isWellFormed()) found.push('half a surrogate pair');
  const markup = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(markup)) found.push('bare ampersand');
  if (markup.includes(']]>')) found.push('stray end of character data');
  const open: string[] = [];
  const tags = markup.matchAll(/<(\/?)([\w:]+)((?:\s[\w:]+="[^"<]*")*)(\/?)>|<(?!\?xml )/g);
  for (const [tag, end, name, , empty] of tags) {
    if (name === undefined) found.push(`not a tag: ${tag}`);
    else if (end) {
      if (open.pop() !== name) found.push(`</${name}> closes nothing`);
    } else if (!empty) open.push(name);
  }
  return [...found, ...open.map((name) => `<${name}> stays open`)];
}
