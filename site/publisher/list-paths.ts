import { readdirSync } from 'node:fs';
import {
  archiveIndexPath,
  archivePath,
  articlePath,
  atomPath,
  authorPath,
  categoryPath,
  frontPath,
  jsonFeedPath,
  listPagePath,
  newsletterPath,
  newsletterPaths,
  newsSitemapPath,
  notFoundPath,
  pagePath,
  robotsPath,
  rssPath,
  searchPath,
  sectionPath,
  seriesIndexPath,
  seriesPath,
  sitemapPath,
} from '../../content/model/urls.ts';
import type { Published } from '../store/published.ts';
import type { ListName } from '../store/questions.ts';

/** Order in which pages go out: articles, what lists them, feeds, and the map of ten thousand lines. */
export type Rank = 'article' | 'list' | 'feed' | 'map';

const evergreenPages = readdirSync('content/pages')
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => pagePath(name.slice(0, -'.mdx'.length)));

/** Every address the site has at this moment, and nothing else: the public folder holds exactly these. */
export function listPaths(published: Published): Map<string, Rank> {
  const paths = new Map<string, Rank>();
  const add = (rank: Rank, ...added: string[]) => added.forEach((path) => paths.set(path, rank));
  const addList = (path: string, name: ListName) => {
    add('list', path);
    const full = published.list(name)?.fullPages ?? 0;
    for (let page = 1; page <= full; page++) add('list', listPagePath(path, page));
  };
  const isUsed = (name: ListName) => (published.list(name)?.ids.length ?? 0) > 0;

  for (const { slug } of published.all('article')) add('article', articlePath(slug));
  add('list', frontPath, seriesIndexPath, archiveIndexPath, searchPath, newsletterPath);
  add('list', ...Object.values(newsletterPaths), ...evergreenPages, notFoundPath);
  for (const kind of ['news', 'interview', 'post'] as const) {
    addList(sectionPath(kind), `kind:${kind}`);
  }
  const named = [
    ['category', categoryPath],
    ['series', seriesPath],
    ['author', authorPath],
  ] as const;
  for (const [type, toPath] of named) {
    for (const { id, slug } of published.all(type)) {
      if (!isUsed(`${type}:${id}`)) continue;
      addList(toPath(slug), `${type}:${id}`);
      add('feed', rssPath(toPath(slug)));
    }
  }
  for (const name of published.listNames()) {
    const year = Number(/^year:(\d+)$/.exec(name)?.[1]);
    if (Number.isInteger(year) && isUsed(`year:${year}`))
      addList(archivePath(year), `year:${year}`);
  }
  add('feed', rssPath(), atomPath, jsonFeedPath, newsSitemapPath, robotsPath);
  add('map', sitemapPath);
  return paths;
}
