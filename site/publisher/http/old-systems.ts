import {
  archivePath,
  articleIndexPath,
  atomPath,
  jsonFeedPath,
  rssPath,
} from '../../../content/model/urls.ts';

/** What WordPress, Ghost and Substack put behind the address of a text or a list: pages of it, feeds, other dresses. */
const behind = [
  /(?:page|side)\/\d+\/$/,
  /comment-page-\d+\/$/,
  /(?:feed|rss|rss2|atom|rdf)\/$/,
  /(?:amp|embed|trackback|print)\/$/,
  /\d{1,2}\/$/,
];

/** Shorter addresses that may have been meant by one of an old system, the nearest first. */
export function* oldVariants(path: string): Generator<string> {
  let rest = path;
  for (let tries = 0; tries < 3; tries++) {
    const shorter = behind
      .map((pattern) => rest.replace(pattern, ''))
      .find((each) => each !== rest);
    if (shorter === undefined || shorter === '/') return;
    yield shorter;
    rest = shorter;
  }
}

/** Where lists and feeds of old systems are here; undefined for other addresses. */
export function oldList(path: string): string | undefined {
  const [, year] = /^\/((?:19|20)\d\d)\/(?:\d\d\/){0,2}(?:page\/\d+\/)?$/.exec(path) ?? [];
  if (year !== undefined) return archivePath(Number(year));
  if (/^\/(?:feed\/)?atom\/$/.test(path)) return atomPath;
  if (/^\/feed\/json\/$/.test(path)) return jsonFeedPath;
  if (/^\/(?:feed|rss|rss2|feed\/rss2?|feed\/rdf)\/$/.test(path)) return rssPath();
  return /^\/(?:page\/\d+|archive|blog\/page\/\d+)\/$/.test(path) ? articleIndexPath : undefined;
}

/** Files of an old system, of which nothing is left. */
export const isOldFile = (path: string): boolean =>
  /^\/wp-content\/|^\/content\/images\//.test(path);

/** The same for static hosts, as far as they can. */
export const oldSystemLines = (gone: string): string =>
  [
    ...[`/feed/atom/* ${atomPath} 301`, `/feed/* ${rssPath()} 301`, `/rss/* ${rssPath()} 301`],
    ...[`/page/* ${articleIndexPath} 301`, `/wp-content/* ${gone} 410`],
  ]
    .map((line) => `${line}\n`)
    .join('');
