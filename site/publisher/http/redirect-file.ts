import {
  articlePath,
  gonePath,
  hasFeed,
  rssPath,
  shorterLists,
  tagIndexPath,
  tagPath,
} from '../../../content/model/urls.ts';
import { oldSystemLines } from './old-systems.ts';
import type { DocumentStore } from '../store/document-store.ts';

/** Where an old address leads: another address (301), or nowhere any more (410). */
export type Moved = { to: string } | { gone: true };

/**
 * An address as it is looked up, whoever typed it: percent-encoded, and ending in a slash unless it names a
 * file. `/saker/blåbær` → `/saker/bl%C3%A5b%C3%A6r/`.
 */
export function canonicalPath(path: string): string {
  const address = `http://site${decoded(path)}`;
  const pathname = URL.canParse(address) ? new URL(address).pathname : path;
  return pathname.endsWith('/') || /\.[a-z0-9]+$/i.test(pathname) ? pathname : `${pathname}/`;
}

/** The same for an address that was told apart by its question (`/?p=100`), which is kept behind it. */
function canonicalAddress(address: string): string {
  const [path = '', ...search] = address.split('?');
  return [canonicalPath(path), ...search].join('?');
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path; // a stray percent sign: taken as it is
  }
}

/**
 * Every address that moved or went, resolved to its end: chains are collapsed, a page that lives wins over
 * any redirect, a redirect to an article that is off the site is gone.
 */
export function findMoved(
  published: DocumentStore,
  living: { has(path: string): boolean },
): Map<string, Moved> {
  const direct = new Map<string, string>();
  for (const { from, article, to } of published.all('redirect')) {
    const slug = article === null ? undefined : published.get('article', article)?.document.slug;
    const target = article === null ? (to ?? '') : slug === undefined ? '' : articlePath(slug);
    direct.set(canonicalAddress(from), target);
  }
  const moved = new Map<string, Moved>();
  const emptied = published.emptiedTags().map(tagPath);
  const froms = [...direct.keys(), ...published.removedPaths(), ...emptied].sort();
  for (const from of froms) {
    if (living.has(from)) continue;
    const end = follow(direct, living, from);
    moved.set(from, end === undefined ? { gone: true } : { to: end });
  }
  // A list takes its feed along: readers follow it by machine and never see that it moved.
  for (const [from, target] of [...moved]) {
    if (!hasFeed(from)) continue;
    const feed =
      'to' in target && hasFeed(target.to) ? { to: rssPath(target.to) } : { gone: true as const };
    if (!living.has(rssPath(from))) moved.set(rssPath(from), feed);
  }
  return moved;
}

/** For static hosts, which look here only when there is no file. */
const shorterListLines = shorterLists.map(([from, to]) => `${from} ${to} 301\n`).join('');

/** The same for tags that nothing carries any more: which there were, only this machine remembers. */
const isTag = (path: string) => path.startsWith(tagIndexPath);
const emptiedTagLine = `${tagIndexPath}* ${gonePath} 410\n`;

function follow(
  direct: ReadonlyMap<string, string>,
  living: { has(path: string): boolean },
  from: string,
): string | undefined {
  const seen = new Set<string>();
  for (let path = from; !seen.has(path);) {
    seen.add(path);
    const next = direct.get(path);
    if (next === undefined || next === '') return undefined;
    if (!next.startsWith('/')) return next;
    path = canonicalPath(next.replace(/[?#].*$/, ''));
    if (living.has(path)) return next;
  }
  return undefined;
}

/** `_redirects` in the syntax that static hosts share (Netlify, Cloudflare Pages). */
export const formatRedirects = (moved: ReadonlyMap<string, Moved>): string =>
  [...moved]
    .filter(([from]) => !isTag(from))
    // What follows the question mark stands apart there, a parameter each.
    .map(([from, target]) => [from.replace(/[?&]/g, ' '), target] as const)
    .map(([from, target]) =>
      'gone' in target ? `${from} ${gonePath} 410\n` : `${from} ${target.to} 301\n`,
    )
    .join('')
    .concat(shorterListLines, emptiedTagLine, oldSystemLines(gonePath));

/** Old addresses that get a page of their own, and where each leads. A feed that moved has none: no page is XML. */
export const redirectPages = (moved: ReadonlyMap<string, Moved>): Map<string, string> =>
  new Map(
    [...moved].flatMap(([from, target]) =>
      'to' in target && from.endsWith('/') && !from.includes('?') ? [[from, target.to]] : [],
    ),
  );

/** For hosts that know no redirects: a page at the old address that sends the reader on. */
export function redirectPage(to: string, siteUrl: string): string {
  const url = new URL(to, `${siteUrl}/`).href
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
  return `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>${url}</title><meta name="robots" content="noindex"><link rel="canonical" href="${url}"><meta http-equiv="refresh" content="0; url=${url}"></head><body><p><a href="${url}">${url}</a></p></body></html>\n`;
}
