import type { Payload } from 'payload';
import type { Article } from '../../../content/model/article.ts';
import { linksIn, textsOf } from '../../../content/model/blocks/blocks.ts';
import { ownPath } from '../../../content/model/own-path.ts';
import { absoluteUrl } from '../../../content/model/urls.ts';
import { readEnvironment } from '../../environment.ts';

const collections = {
  saker: 'articles',
  tema: 'categories',
  serier: 'series',
  skribenter: 'authors',
} as const;

/**
 * Links of an article that lead to nothing, as they are written: to places it has not, into the newsroom, and to pages of
 * this site that nobody answers. Articles, temaer, series and authors are
 * looked up, drafts among them; what else the site may have, it is asked itself. Without an answer none is called dead.
 */
export async function findDeadLinks(db: Payload['db'], article: Article): Promise<Set<string>> {
  const { siteUrl, cmsUrl } = readEnvironment();
  const places = new Set(
    article.body
      .flatMap((block) => [block, ...textsOf(block)])
      .flatMap((block) => ('anchor' in block ? `#${block.anchor}` : [])),
  );
  const hrefs = new Set(linksIn(article.body).flatMap(({ href }) => href ?? []));
  const dead = new Set<string>();
  await Promise.all(
    [...hrefs].map(async (href) => {
      const path = ownPath(href, siteUrl);
      const isNowhere = href.startsWith('#') && !places.has(decoded(href));
      // No reader gets into the newsroom.
      const isInside = path === undefined && ownPath(href, cmsUrl)?.startsWith('/admin/') === true;
      if (isNowhere || isInside || (path !== undefined && (await isDeadPath(db, path))))
        dead.add(href);
    }),
  );
  return dead;
}

/** Whether a path of this site leads to nothing: neither a document, draft or not, nor a redirect, nor a page that answers. */
export async function isDeadPath(db: Payload['db'], path: string): Promise<boolean> {
  const [, folder, slug] = /^\/(saker|tema|serier|skribenter)\/([^/]+)\//.exec(path) ?? [];
  if (folder === undefined || slug === undefined)
    return isGone(absoluteUrl(readEnvironment().siteUrl, path));
  const collection = collections[folder as keyof typeof collections]; // why: the pattern names the keys
  const [document, redirect] = await Promise.all([
    db.findOne({ collection, where: { slug: { equals: slug } } }),
    db.findOne({ collection: 'redirects', where: { from: { equals: path } } }),
  ]);
  return document === null && redirect === null;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a stray per cent sign: as it stands, which is no place
  }
}

/** Whether the public site says that there is nothing; false when it does not answer in time. */
async function isGone(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(1_000);
    const { status } = await fetch(url, { method: 'HEAD', redirect: 'manual', signal });
    return status === 404 || status === 410;
  } catch {
    return false; // no connection, or no answer in time: nothing is known of the address
  }
}
