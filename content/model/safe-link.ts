import { safeHref } from './blocks/rich-text.ts';
import { mendAddress } from './mend-address.ts';

/** Somebody's address, or a letter to be addressed; figures to be dialled (RFC 6068, RFC 3966). */
const leadsSomewhere = /^(mailto:([^@?]+@[^@?]+|\?.+)|tel:\+?[\d*#][\d*#;=\w-]*$)/i;

/** Where a link may lead: the address, mended; null when no reader may be sent there, or nobody can follow it. */
export function safeLink(address: string): string | null {
  const href = mendAddress(address);
  // A browser reads a backslash as a slash: `/\example.com` would leave the site.
  if (/[\s\\]/.test(href) || !safeHref.safeParse(href).success) return null;
  if (/^(mailto|tel):/i.test(href) && !leadsSomewhere.test(href)) return null;
  return /^https?:/i.test(href) && !isHome(href) ? null : href;
}

/** Whether there may be somebody at an address of the web: a host with a domain, and no key to it for everybody to read. */
function isHome(href: string): boolean {
  if (!URL.canParse(href)) return false;
  const { hostname, password, username } = new URL(href);
  const isNamed = /[^.]\.[^.]|^\[/.test(hostname) || hostname === 'localhost';
  return isNamed && username === '' && password === '';
}
