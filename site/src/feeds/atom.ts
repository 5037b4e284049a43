import {
  absoluteUrl,
  atomPath,
  frontPath,
  iconPath,
  touchIconPath,
} from '../../../content/model/urls.ts';
import { element, escapeXml, htmlElement } from './escape-xml.ts';
import { feedItems, rightsOf, updatedAt } from './feed-items.ts';
import type { FeedItem, FeedSource } from './feed-items.ts';

/** Before anything is published, a feed still has to say when it was updated (RFC 4287). */
const beginning = '2025-01-01T00:00:00.000Z';

/** Atom 1.0 of the whole site, with full text. */
export function atom(source: FeedSource): string {
  const items = feedItems('all', source);
  const publication = source.store.publication();
  const { name, tagline } = publication;
  const home = absoluteUrl(source.origin, frontPath);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb">',
    element('title', name),
    element('subtitle', tagline),
    element('rights', rightsOf(publication)),
    element('icon', absoluteUrl(source.origin, iconPath)),
    element('logo', absoluteUrl(source.origin, touchIconPath)),
    element('id', home),
    element('updated', updatedAt(items) ?? beginning),
    `<link rel="alternate" type="text/html" href="${escapeXml(home)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(absoluteUrl(source.origin, atomPath))}"/>`,
    ...(source.hub === undefined ? [] : [`<link rel="hub" href="${escapeXml(source.hub)}"/>`]),
    `<author>${element('name', name)}</author>`,
    ...items.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}

function entryXml(item: FeedItem): string {
  return [
    '<entry>',
    element('title', item.title),
    element('id', item.id),
    `<link rel="alternate" type="text/html" href="${escapeXml(item.url)}"/>`,
    item.enclosure
      ? `<link rel="enclosure" type="${item.enclosure.type}" length="${item.enclosure.bytes}" href="${escapeXml(item.enclosure.url)}"/>`
      : '',
    element('published', item.publishedAt),
    element('updated', item.modifiedAt),
    ...item.authors.map(
      ({ name, url }) =>
        `<author>${element('name', name)}${url === undefined ? '' : element('uri', url)}</author>`,
    ),
    ...item.subjects.map((subject) => `<category term="${escapeXml(subject)}"/>`),
    element('summary', item.summary),
    htmlElement('content', item.html, ' type="html"'),
    '</entry>',
  ].join('');
}
