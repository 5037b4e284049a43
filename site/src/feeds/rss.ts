import { absoluteUrl, rssPath, touchIconPath } from '../../../content/model/urls.ts';
import type { ListName } from '../store.ts';
import { element, escapeXml, htmlElement } from './escape-xml.ts';
import { feedItems, rightsOf, updatedAt } from './feed-items.ts';
import type { FeedItem, FeedSource } from './feed-items.ts';

interface RssList {
  list: ListName;
  /** Path of the list. */
  path: string;
  title: string;
  description: string;
}

/** RSS 2.0 of a list, with full text. */
export function rss({ list, path, title, description }: RssList, source: FeedSource): string {
  const items = feedItems(list, source);
  const updated = updatedAt(items);
  const self = absoluteUrl(source.origin, rssPath(path));
  const publication = source.store.publication();
  const { email, responsibleEditor } = publication;
  const home = absoluteUrl(source.origin, path);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:psc="http://podlove.org/simple-chapters">',
    '<channel>',
    element('title', title),
    element('link', home),
    `<description>${escapeXml(description)}</description>`,
    '<language>nb</language>',
    element('copyright', rightsOf(publication)),
    `<image>${element('url', absoluteUrl(source.origin, touchIconPath))}${element('title', title)}${element('link', home)}</image>`,
    email && element('managingEditor', `${email} (${responsibleEditor || email})`),
    updated && element('lastBuildDate', rfc822(updated)),
    `<atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>`,
    ...(source.hub === undefined ? [] : [`<atom:link href="${escapeXml(source.hub)}" rel="hub"/>`]),
    items.some(({ enclosure }) => enclosure?.type.startsWith('audio/'))
      ? podcastXml(title, publication.name, absoluteUrl(source.origin, touchIconPath))
      : '',
    ...items.map(itemXml),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function itemXml(item: FeedItem): string {
  return [
    '<item>',
    element('title', item.title),
    element('link', item.url),
    `<guid isPermaLink="false">${escapeXml(item.id)}</guid>`,
    element('pubDate', rfc822(item.publishedAt)),
    ...item.authors.map(({ name }) => element('dc:creator', name)),
    ...item.subjects.map((subject) => element('category', subject)),
    element('description', item.summary),
    htmlElement('content:encoded', item.html),
    item.image ? mediaXml(item.image) : '',
    item.enclosure ? enclosureXml(item.enclosure) : '',
    '</item>',
  ].join('');
}

function mediaXml({ url, type, width, height, credit }: NonNullable<FeedItem['image']>): string {
  const attributes = `url="${escapeXml(url)}" type="${type}" medium="image" width="${width}" height="${height}"`;
  return `<media:content ${attributes}>${element('media:credit', credit)}</media:content>`;
}

/** With what programs for podcasts read (https://podcasters.apple.com/support/823-podcast-requirements). */
function enclosureXml(enclosure: NonNullable<FeedItem['enclosure']>): string {
  const { url, type, bytes, duration } = enclosure;
  const length = duration === null ? '' : element('itunes:duration', String(Math.round(duration)));
  return `<enclosure url="${escapeXml(url)}" length="${bytes}" type="${type}"/>${length}${chaptersXml(enclosure)}`;
}

/** https://podlove.org/simple-chapters/ */
function chaptersXml({ chapters }: NonNullable<FeedItem['enclosure']>): string {
  if (chapters.length === 0) return '';
  const each = chapters.map(
    ({ at, title }) =>
      `<psc:chapter start="${new Date(at * 1_000).toISOString().slice(11, 19)}" title="${escapeXml(title)}"/>`,
  );
  return `<psc:chapters version="1.2">${each.join('')}</psc:chapters>`;
}

/** Of a feed in which there is something to hear. */
const podcastXml = (title: string, author: string, image: string): string =>
  [
    element('itunes:author', author),
    `<itunes:image href="${escapeXml(image)}"/>`,
    '<itunes:category text="Business"/>',
    '<itunes:explicit>false</itunes:explicit>',
    element('itunes:title', title),
  ].join('');

const rfc822 = (iso: string) => new Date(iso).toUTCString();
