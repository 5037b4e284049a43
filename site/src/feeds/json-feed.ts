import {
  absoluteUrl,
  frontPath,
  iconPath,
  jsonFeedPath,
  touchIconPath,
} from '../../../content/model/urls.ts';
import { feedItems } from './feed-items.ts';
import type { FeedSource } from './feed-items.ts';

/** JSON Feed 1.1 of the whole site, with full text. */
export function jsonFeed(source: FeedSource): string {
  const { name, tagline } = source.store.publication();
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    ...(tagline && { description: tagline }),
    home_page_url: absoluteUrl(source.origin, frontPath),
    feed_url: absoluteUrl(source.origin, jsonFeedPath),
    language: 'nb',
    icon: absoluteUrl(source.origin, touchIconPath),
    favicon: absoluteUrl(source.origin, iconPath),
    authors: [{ name, url: absoluteUrl(source.origin, frontPath) }],
    ...(source.hub !== undefined && { hubs: [{ type: 'WebSub', url: source.hub }] }),
    items: feedItems('all', source).map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.html,
      ...(item.summary && { summary: item.summary }),
      ...(item.image && { image: item.image.url }),
      date_published: item.publishedAt,
      date_modified: item.modifiedAt,
      authors: item.authors,
      tags: item.subjects,
      ...(item.enclosure && {
        attachments: [
          {
            ...{ url: item.enclosure.url, mime_type: item.enclosure.type },
            ...{ title: item.enclosure.title, size_in_bytes: item.enclosure.bytes },
            ...(item.enclosure.duration !== null && {
              duration_in_seconds: item.enclosure.duration,
            }),
          },
        ],
      }),
      language: 'nb',
    })),
  };
  return `${JSON.stringify(feed, undefined, 1)}\n`;
}
