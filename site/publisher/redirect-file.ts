import { articlePath } from '../../content/model/urls.ts';
import type { Published } from '../store/published.ts';

/** Where an old address leads: another address (301), or nowhere any more (410). */
export type Moved = { to: string } | { gone: true };

/**
 * Every address that moved or went, resolved to its end: chains are collapsed, a page that lives wins over
 * any redirect, a redirect to an article that is off the site is gone.
 */
export function findMoved(
  published: Published,
  living: ReadonlyMap<string, unknown>,
): Map<string, Moved> {
  const direct = new Map<string, string>();
  for (const { from, article, to } of published.all('redirect')) {
    const slug = article === null ? undefined : published.get('article', article)?.document.slug;
    direct.set(from, article === null ? (to ?? '') : slug === undefined ? '' : articlePath(slug));
  }
  const moved = new Map<string, Moved>();
  const froms = [...direct.keys(), ...published.removedPaths()].sort();
  for (const from of froms) {
    if (living.has(from)) continue;
    const end = follow(direct, living, from);
    moved.set(from, end === undefined ? { gone: true } : { to: end });
  }
  return moved;
}

function follow(
  direct: ReadonlyMap<string, string>,
  living: ReadonlyMap<string, unknown>,
  from: string,
): string | undefined {
  const seen = new Set<string>();
  let path = from;
  while (!living.has(path)) {
    const next = direct.get(path);
    if (next === undefined || next === '' || seen.has(path)) return undefined;
    seen.add(path);
    if (!next.startsWith('/')) return next;
    path = next;
  }
  return path;
}

/** `_redirects` in the syntax that static hosts share (Netlify, Cloudflare Pages). */
export const formatRedirects = (moved: ReadonlyMap<string, Moved>): string =>
  [...moved]
    .map(([from, target]) =>
      'gone' in target ? `${from} /404.html 410\n` : `${from} ${target.to} 301\n`,
    )
    .join('');

export function parseRedirects(text: string): Map<string, Moved> {
  const lines = text.split('\n').map((line) => line.split(' '));
  return new Map(
    lines.flatMap(([from = '', to = '', status]): [string, Moved][] =>
      from === '' ? [] : [[from, status === '410' ? { gone: true } : { to }]],
    ),
  );
}

/** For hosts that know no redirects: a page at the old address that sends the reader on. */
export function redirectPage(to: string, siteUrl: string): string {
  const url = new URL(to, `${siteUrl}/`).href
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;');
  return `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>${url}</title><meta name="robots" content="noindex"><link rel="canonical" href="${url}"><meta http-equiv="refresh" content="0; url=${url}"></head><body><p><a href="${url}">${url}</a></p></body></html>\n`;
}
