import {
  absoluteUrl,
  archiveIndexPath,
  archivePath,
  articlePath,
  authorIndexPath,
  authorPath,
  categoryIndexPath,
  categoryPath,
  frontPath,
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
import type { FeedSource } from './feed-items.ts';

/** Every page worth finding: articles with their time of change, the lists' own addresses, `pageNames`. */
export function sitemap({ store, origin }: FeedSource, pageNames: readonly string[]): string {
  const lists = [
    frontPath,
    ...store.kinds().map(sectionPath),
    ...[categoryIndexPath, seriesIndexPath, authorIndexPath, tagIndexPath, archiveIndexPath],
    newsletterPath,
    ...store.categories().map(({ slug }) => categoryPath(slug)),
    ...store.allSeries().map(({ slug }) => seriesPath(slug)),
    ...store.authors().map(({ slug }) => authorPath(slug)),
    ...store.tags().map(({ slug }) => tagPath(slug)),
    ...store.years().map(archivePath),
    ...pageNames.map(pagePath),
  ].map((path) => ({ path, modifiedAt: undefined }));
  const entries = [...lists, ...store.sitemap()].map(
    ({ path, modifiedAt }) =>
      `<url>${element('loc', absoluteUrl(origin, path))}${element('lastmod', modifiedAt)}</url>`,
  );
  return urlset('', entries);
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
