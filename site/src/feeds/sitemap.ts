import {
  absoluteUrl,
  archiveIndexPath,
  archivePath,
  articleIndexPath,
  articlePath,
  authorIndexPath,
  authorPath,
  categoryIndexPath,
  categoryPath,
  frontPath,
  imagePath,
  monthPath,
  newsletterPath,
  newsSitemapPath,
  pagePath,
  sectionPath,
  seriesIndexPath,
  seriesPath,
  sitemapPath,
  tagIndexPath,
  tagPath,
} from '../../../content/model/urls.ts';
import { typeset } from '../../../content/model/typography.ts';
import { element, escapeXml } from './escape-xml.ts';
import type { Media } from '../../../content/model/documents.ts';
import { middlingFile } from '../lists/picture-sources.ts';
import type { ListName } from '../store.ts';
import type { FeedSource } from './feed-items.ts';

/** Each names the newest of all. */
const indexes = [
  ...[articleIndexPath, archiveIndexPath, categoryIndexPath, seriesIndexPath],
  ...[authorIndexPath, tagIndexPath],
];

/** Every page worth finding: articles with their time of change, the lists' own addresses, `pageNames`. */
export function sitemap({ store, origin }: FeedSource, pageNames: readonly string[]): string {
  const lists: (readonly [path: string, list?: ListName])[] = [
    [frontPath, 'all'],
    ...store.kinds().map((kind) => [sectionPath(kind), `kind:${kind}`] as const),
    ...indexes.map((path) => [path, 'all'] as const),
    [newsletterPath],
    ...store.categories().map(({ id, slug }) => [categoryPath(slug), `category:${id}`] as const),
    ...store.allSeries().map(({ id, slug }) => [seriesPath(slug), `series:${id}`] as const),
    ...store.authors().map(({ id, slug }) => [authorPath(slug), `author:${id}`] as const),
    ...store.tags().map(({ slug }) => [tagPath(slug), `tag:${slug}`] as const),
    ...store.years().map((year) => [archivePath(year), `year:${year}`] as const),
    ...store.months().map(({ month }) => [monthPath(month), `month:${month}`] as const),
    ...pageNames.map((name) => [pagePath(name)] as const),
  ];
  const ofLists = lists.map(([path, list]) => ({
    ...{ path, hero: undefined },
    // When its newest article was last changed.
    modifiedAt: list && store.latest(list, 1)[0]?.modifiedAt,
  }));
  const entries = [...ofLists, ...store.sitemap()].map(
    ({ path, modifiedAt, hero }) =>
      `<url>${element('loc', absoluteUrl(origin, path))}${element('lastmod', modifiedAt)}${image(hero, origin)}</url>`,
  );
  return urlset(' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"', entries);
}

/** Google's image extension: the picture of an article, in the size that is for readers. */
function image(hero: Media | undefined, origin: string): string {
  const file = hero && middlingFile(hero, 'full');
  return file
    ? `<image:image>${element('image:loc', absoluteUrl(origin, imagePath(file.name)))}</image:image>`
    : '';
}

/** Articles of the last two days, in the form news services ask for. */
export function newsSitemap({ store, origin }: FeedSource): string {
  const name = escapeXml(store.publication().name);
  const entries = store
    .news()
    .filter(({ marking }) => marking === 'editorial')
    .map(({ slug, title, publishedAt }) =>
      [
        `<url>${element('loc', absoluteUrl(origin, articlePath(slug)))}`,
        `<news:news><news:publication><news:name>${name}</news:name>`,
        '<news:language>nb</news:language></news:publication>',
        `${element('news:publication_date', publishedAt)}${element('news:title', typeset(title))}`,
        '</news:news></url>',
      ].join(''),
    );
  return urlset(' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"', entries);
}

/** What there is to map, with the time of the newest change: a crawler that saw it need not read the rest. */
export function sitemapIndex({ store, origin }: FeedSource): string {
  const maps = [
    { path: sitemapPath, modifiedAt: newest(store.sitemap()) },
    { path: newsSitemapPath, modifiedAt: newest(store.news()) },
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...maps.map(
      ({ path, modifiedAt }) =>
        `<sitemap>${element('loc', absoluteUrl(origin, path))}${element('lastmod', modifiedAt)}</sitemap>`,
    ),
    '</sitemapindex>',
    '',
  ].join('\n');
}

function newest(changed: Iterable<{ modifiedAt: string }>): string | undefined {
  let last: string | undefined;
  for (const { modifiedAt } of changed)
    if (last === undefined || modifiedAt > last) last = modifiedAt;
  return last;
}

const urlset = (namespaces: string, entries: readonly string[]) =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${namespaces}>`,
    ...entries,
    '</urlset>',
    '',
  ].join('\n');
