import { readdirSync } from 'node:fs';
import {
  archiveIndexPath,
  archivePath,
  articleIndexPath,
  articlePath,
  articleSlug,
  atomPath,
  authorIndexPath,
  authorPath,
  categoryIndexPath,
  categoryPath,
  frontPath,
  gonePath,
  jsonFeedPath,
  letterPath,
  listPagePath,
  monthPath,
  newsletterPath,
  newsletterPaths,
  newsSitemapPath,
  notFoundPath,
  pagePath,
  robotsPath,
  rssPath,
  searchPath,
  securityPath,
  sectionPath,
  seriesIndexPath,
  seriesPath,
  sitemapIndexPath,
  sitemapPath,
  tagIndexPath,
  tagPath,
} from '../../../content/model/urls.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { ListName } from '../../src/store.ts';
import { articleKinds } from '../../../content/model/article.ts';

/** Order in which pages go out: articles, what lists them, feeds, and the map of ten thousand lines. */
export type Rank = 'article' | 'list' | 'feed' | 'map';

const evergreenPages = readdirSync('content/pages')
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => pagePath(name.slice(0, -'.mdx'.length)));

/**
 * Every address the site has at this moment, and nothing else: the public folder holds exactly these. Those
 * of articles are looked up, not listed: ten thousand of them would cost each release ten milliseconds.
 */
export class SitePaths {
  /** All but the articles. */
  readonly others: ReadonlyMap<string, Rank>;
  #published: DocumentStore;

  constructor(published: DocumentStore) {
    this.#published = published;
    this.others = listOthers(published);
  }

  rank(path: string): Rank | undefined {
    const other = this.others.get(path);
    if (other !== undefined) return other;
    const slug = articleSlug(path);
    const isArticle = slug !== undefined && this.#published.idBySlug('article', slug) !== undefined;
    return isArticle ? 'article' : undefined;
  }

  has(path: string): boolean {
    return this.rank(path) !== undefined;
  }

  /** Articles first. */
  all(): string[] {
    const articles = this.#published.all('article').map(({ slug }) => articlePath(slug));
    return [...articles, ...this.others.keys()];
  }
}

function listOthers(published: DocumentStore): Map<string, Rank> {
  const paths = new Map<string, Rank>();
  const add = (rank: Rank, ...added: string[]) => added.forEach((path) => paths.set(path, rank));
  const addList = (path: string, name: ListName) => {
    add('list', path);
    const full = published.list(name)?.fullPages ?? 0;
    for (let page = 1; page <= full; page++) add('list', listPagePath(path, page));
  };
  const isUsed = (name: ListName) => (published.list(name)?.ids.length ?? 0) > 0;

  add('list', frontPath, categoryIndexPath, seriesIndexPath, authorIndexPath, tagIndexPath);
  add('list', archiveIndexPath, searchPath, newsletterPath);
  addList(articleIndexPath, 'all');
  add('list', ...Object.values(newsletterPaths), ...evergreenPages);
  add('list', notFoundPath, gonePath);
  for (const kind of articleKinds) {
    addList(sectionPath(kind), `kind:${kind}`);
  }
  const named = [
    ['category', categoryPath],
    ['series', seriesPath],
    ['author', authorPath],
  ] as const;
  for (const [type, toPath] of named) {
    for (const { id, slug } of published.all(type)) {
      addList(toPath(slug), `${type}:${id}`);
      add('feed', rssPath(toPath(slug)));
    }
  }
  for (const name of published.listNames()) {
    const year = Number(/^year:(\d+)$/.exec(name)?.[1]);
    if (Number.isInteger(year) && isUsed(`year:${year}`))
      addList(archivePath(year), `year:${year}`);
    const month = /^month:(.+)$/.exec(name)?.[1];
    if (month !== undefined && isUsed(`month:${month}`))
      addList(monthPath(month), `month:${month}`);
    const letter = /^letter:(.+)$/.exec(name)?.[1];
    if (letter !== undefined && isUsed(`letter:${letter}`)) add('list', letterPath(letter));
    const tag = /^tag:(.+)$/.exec(name)?.[1];
    if (tag !== undefined && isUsed(`tag:${tag}`)) {
      addList(tagPath(tag), `tag:${tag}`);
      add('feed', rssPath(tagPath(tag)));
    }
  }
  add('feed', rssPath(), atomPath, jsonFeedPath, newsSitemapPath, robotsPath, securityPath);
  add('map', sitemapPath, sitemapIndexPath);
  return paths;
}
