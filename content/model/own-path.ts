/**
 * The path of an address that leads to this site, without query and fragment, with its last slash; undefined for all
 * others. Scheme, `www.` and port make no difference to whose it is, but for hosts without a name of their own.
 */
export function ownPath(href: string, siteUrl: string): string | undefined {
  if (!/^(https?:\/\/|\/(?!\/))/i.test(href) || !URL.canParse(href, siteUrl)) return undefined;
  const url = new URL(href, siteUrl);
  const isOwn = href.startsWith('/') || hostOf(url) === hostOf(new URL(siteUrl));
  if (!isOwn) return undefined;
  const path = url.pathname.replace(/\/{2,}/g, '/').replace(/\/index\.html?$/i, '/');
  return /\/$|\.[a-z0-9]+$/i.test(path) ? path : `${path}/`;
}

const hostOf = ({ hostname, host }: URL) =>
  hostname === 'localhost' || /^[\d.:[\]]+$/.test(hostname) ? host : hostname.replace(/^www\./, '');
