import type { ArticleKind } from './article.ts';

/** Every public address of the site. Paths start and end with a slash unless they name a file. */

/** `/saker/<slug>/`. Site, preview, feeds, sitemap and letters all call this. */
export const articlePath = (slug: string) => `/saker/${slug}/`;

/** The other way round; undefined for an address that is no article's. */
export const articleSlug = (path: string) => /^\/saker\/([^/]+)\/$/.exec(path)?.[1];

const sectionPaths = { news: '/nyheter/', interview: '/intervjuer/', post: '/blogg/' } as const;
export const sectionPath = (kind: ArticleKind) => sectionPaths[kind];

export const categoryPath = (slug: string) => `/tema/${slug}/`;
export const seriesPath = (slug: string) => `/serier/${slug}/`;
export const authorPath = (slug: string) => `/skribenter/${slug}/`;
export const archivePath = (year: number) => `/arkiv/${year}/`;

/** Address of an older page of a list; pages are numbered from the oldest (1). */
export const listPagePath = (listPath: string, page: number) => `${listPath}side/${page}/`;

export const frontPath = '/';
export const searchPath = '/sok/';
export const seriesIndexPath = '/serier/';
export const archiveIndexPath = '/arkiv/';
export const newsletterPath = '/nyhetsbrev/';
export const newsletterPaths = {
  checkMail: '/nyhetsbrev/sjekk-epost/',
  confirmed: '/nyhetsbrev/bekreftet/',
  unsubscribed: '/nyhetsbrev/avmeldt/',
} as const;

export const pagePath = (name: string) => `/${name}/`;
export const imagePath = (fileName: string) => `/bilder/${fileName}`;

/** Picture of an article without one of its own, shown where its address is shared. */
export const sharePicturePath = (slug: string, digest: string) => `/deling/${slug}-${digest}.png`;

/** RSS of the whole site, or of one list (`/tema/x/`, `/serier/x/`, `/skribenter/x/`). */
export const rssPath = (listPath = '/') => `${listPath}rss.xml`;
export const atomPath = '/atom.xml';
export const jsonFeedPath = '/feed.json';
export const sitemapPath = '/sitemap.xml';
export const newsSitemapPath = '/news-sitemap.xml';
export const sitemapIndexPath = '/sitemap-index.xml';
/** Holds the key that INDEXNOW_KEY names, for those who want to see that it is ours. */
export const indexNowPath = '/indexnow.txt';
/** RFC 9116. */
export const securityPath = '/.well-known/security.txt';
export const robotsPath = '/robots.txt';
export const notFoundPath = '/404.html';

/** Absolute address of a path of this site, or of an address as it is. `origin` has no trailing slash. */
export const absoluteUrl = (origin: string, path: string) =>
  // Our own paths need no parser: sitemaps have ten thousand of them.
  /^\/(?!\/)[\w./-]*$/.test(path) && !path.includes('/.')
    ? `${origin}${path}`
    : new URL(path, `${origin}/`).href;

/** Newsletter endpoints of the CMS; `query` values are encoded. */
export const newsletterEndpoint = (
  name: 'subscribe' | 'confirm' | 'unsubscribe' | 'preferences',
  token?: string,
) => `/api/newsletter/${name}${token === undefined ? '' : `?token=${encodeURIComponent(token)}`}`;

/** The file of a public path, relative to the public root: `/om/` → `om/index.html`. Names are not encoded. */
export const publicFile = (path: string) =>
  decodeURI(path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1));
