/** What a table of endings does not know by its name, or not well enough. */
export const typesByName: Record<string, string> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
  'favicon.ico': 'image/x-icon',
  'security.txt': 'text/plain; charset=utf-8', // RFC 9116 § 3
};
