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
/** A tag has the slug of its words: «Kundereise» and «kundereise» share a page. */
export const tagPath = (slug: string) => `/stikkord/${slug}/`;
export const iconPath = '/favicon.svg';
export const touchIconPath = '/apple-touch-icon.png';
export const archivePath = (year: number) => `/arkiv/${year}/`;
/** `month`: `2026-03`. */
export const monthPath = (month: string) => `/arkiv/${month.replace('-', '/')}/`;
/** All titles that begin with a letter, which is one of `site/src/typesetting/letters.ts`. */
export const letterPath = (letter: string) => `/saker/bokstav/${letter}/`;

/** Address of an older page of a list; pages are numbered from the oldest (1). */
export const listPagePath = (listPath: string, page: number) => `${listPath}side/${page}/`;

export const frontPath = '/';
export const searchPath = '/sok/';
export const articleIndexPath = '/saker/';
export const categoryIndexPath = '/tema/';
export const seriesIndexPath = '/serier/';
export const authorIndexPath = '/skribenter/';
export const tagIndexPath = '/stikkord/';
export const archiveIndexPath = '/arkiv/';
export const newsletterPath = '/nyhetsbrev/';
export const newsletterPaths = {
  checkMail: '/nyhetsbrev/sjekk-epost/',
  confirmed: '/nyhetsbrev/bekreftet/',
  unsubscribed: '/nyhetsbrev/avmeldt/',
} as const;

/** Of the page to check one's mail, what is said when the mail has to wait its turn. */
export const queuedAnchor = 'ko';
export const queuedPath = `${newsletterPaths.checkMail}#${queuedAnchor}`;

export const pagePath = (name: string) => `/${name}/`;
/** Folder of the pictures, below the public root. */
export const imageFolder = 'bilder';
export const imagePath = (fileName: string) => `/${imageFolder}/${fileName}`;

/** Folder of films, sounds and documents. */
export const fileFolder = 'filer';
export const filePath = (fileName: string) => `/${fileFolder}/${fileName}`;
const isPicture = (fileName: string) => /\.(avif|webp|jpe?g)$/.test(fileName);
/** Where a file that was uploaded is read, whichever kind it is. */
export const uploadPath = (fileName: string) =>
  isPicture(fileName) ? imagePath(fileName) : filePath(fileName);

/** Picture of an article without one of its own, shown where its address is shared. */
export const sharePicturePath = (slug: string, digest: string) =>
  `/${sharePictureFolder}/${slug}-${digest}.png`;
export const sharePictureFolder = 'deling';

/** Folder of the search index: one Pagefind bundle a year, and the list of years. */
export const searchFolder = 'pagefind';
export const searchYearsPath = `/${searchFolder}/years.json`;
/** The words that the publication writes, the commonest first, for searches that are misspelled. */
export const searchWordsPath = `/${searchFolder}/words.txt`;
/** Which years have which words: one of the files that `site/src/search/word-shelves.ts` numbers. */
export const searchShelfPath = (shelf: number) => `/${searchFolder}/words/${String(shelf)}.json`;
export const searchBundlePath = (year: number | string) => `/${searchFolder}/${year}/`;

/** RSS of the whole site, or of one list (`/tema/x/`, `/serier/x/`, `/skribenter/x/`, `/stikkord/x/`). */
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
/** Answers at every address that led somewhere once. */
export const gonePath = '/410.html';

/** For static hosts: where addresses lead that moved. */
export const redirectsFile = '_redirects';

/** Compiled scripts, styles and fonts; their names change with their content. */
export const assetsFolder = '_assets';
/** Files whose content never changes under their name. */
export const isImmutable = (path: string) =>
  [assetsFolder, imageFolder, fileFolder, sharePictureFolder].some((folder) =>
    path.startsWith(`/${folder}/`),
  );

/** Whether a page is a list that has a feed of its own. */
export const hasFeed = (path: string) =>
  /^\/(tema|serier|skribenter|stikkord)\/[^/]+\/$/.test(path);

/**
 * Where a page of a list leads that is no more because the list has become shorter: to the list. And a year
 * or a month without articles: to the archive. Undefined when the path is neither.
 */
export function listOf(path: string): string | undefined {
  const list = /^(\/.+\/)side\/\d+\/$/.exec(path)?.[1];
  if (list !== undefined) return list;
  return /^\/arkiv\/\d{4}\/(\d\d\/)?$/.test(path) ? archiveIndexPath : undefined;
}

/** The same as patterns of a `_redirects` file: from, to. */
export const shorterLists: readonly (readonly [from: string, to: string])[] = [
  ['/:list/side/*', '/:list/'],
  ['/:kind/:list/side/*', '/:kind/:list/'],
  ['/arkiv/:year/', archiveIndexPath],
  ['/arkiv/:year/:month/', archiveIndexPath],
  ['/arkiv/:year/:month/side/*', '/arkiv/:year/:month/'],
];

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

/** What the CMS answers to those who hold the publish token, and to the mail service. */
export const cmsEndpoints = {
  changes: '/api/publish/changes',
  rendered: '/api/publish/rendered',
  targetRight: '/api/publish/target-right',
  /** `sharedAt`: when the link was given away through which it is asked for. */
  draft: (articleId: string, sharedAt?: string) =>
    `/api/publish/draft/${encodeURIComponent(articleId)}` +
    (sharedAt === undefined ? '' : `?sharedAt=${encodeURIComponent(sharedAt)}`),
  upload: (fileName: string) =>
    `/api/${isPicture(fileName) ? 'media' : 'files'}/file/${encodeURIComponent(fileName)}`,
  webhook: '/api/webhooks/resend',
} as const;

/** What the publisher answers to those who hold the publish token. */
export const publisherEndpoints = {
  ping: '/_publisher/ping',
  status: '/_publisher/status',
  receipts: '/_publisher/receipts',
  publishAll: '/_publisher/publish-all',
} as const;

export const previewFolder = '/_preview/';
/** The newest draft of an article; its pictures lie below the token. */
export const previewPath = (articleId: string, token: string) =>
  `${previewFolder}article/${encodeURIComponent(articleId)}?token=${token}`;
export const previewImagePath = (token: string) => `${previewFolder}${imageFolder}/${token}/`;

/** The file of a public path, relative to the public root: `/om/` → `om/index.html`. Names are not encoded. */
export const publicFile = (path: string) =>
  decodeURI(path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1));
