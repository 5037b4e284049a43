import { lookup } from 'mrmime';
import { articlePath, isImmutable, searchFolder } from '../../../content/model/urls.ts';
import { cacheControl } from '../http/not-modified.ts';
import { typesByName } from '../http/types-by-name.ts';

/** In which order files go: what pages use, articles, what leads to them, what tells of them. Searches come with these. */
export const ranks = ['used', 'article', 'list', 'feed'] as const;
type Rank = (typeof ranks)[number];

const articles = articlePath('').replace(/\/+$/, '/');

/** Files that are served; not those for servers that choose between encodings, nor those that are being written. */
export const isServed = (name: string): boolean => !/\.(?:br|tmp)$/.test(name);

export function rankOf(name: string): Rank {
  if (name.startsWith(`${searchFolder}/`)) return name.endsWith('.json') ? 'list' : 'used';
  if (isImmutable(`/${name}`)) return 'used';
  if (name.endsWith('.html')) return `/${name}`.startsWith(articles) ? 'article' : 'list';
  return /\.(?:xml|json)$/.test(name) ? 'feed' : 'used';
}

/** What a server says of it. */
export const headersOf = (name: string) => ({
  type:
    typesByName[name.slice(name.lastIndexOf('/') + 1)] ??
    (name === '_redirects' ? 'text/plain; charset=utf-8' : typeOf(name)),
  cacheControl: cacheControl(`/${name}`),
});

function typeOf(name: string): string {
  const type = lookup(name) ?? 'application/octet-stream';
  return /^text\/|javascript|json|xml$/.test(type) ? `${type}; charset=utf-8` : type;
}
