import { domainToASCII } from 'node:url';

export type ParsedAddress =
  | {
      ok: true;
      /** As typed, an international domain in punycode: what mail is sent to. */
      email: string;
      /** Lower case: what makes an address the same address. */
      address: string;
    }
  | { ok: false; reason: 'empty' | 'malformed' };

/** https://html.spec.whatwg.org/#valid-e-mail-address */
const whatwg =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/**
 * The address rule: WHATWG's pattern, RFC 5321's lengths (64 before the @, 254 in all), no dot at an edge
 * or doubled, a dot in the domain, no number as its last part. International domains become punycode.
 */
export function parseAddress(typed: string): ParsedAddress {
  // With what it was copied with: blanks and characters that nobody sees. A line's end is no such.
  const trimmed = typed.normalize('NFC').replace(/^[\t\p{Zs}\p{Cf}]+|[\t\p{Zs}\p{Cf}]+$/gu, '');
  if (trimmed === '') return { ok: false, reason: 'empty' };
  const at = trimmed.lastIndexOf('@');
  const local = trimmed.slice(0, at);
  // why: domainToASCII drops control characters silently; nothing but printable text may reach it.
  if (at < 1 || /[\p{Cc}\p{Cf}\s]/u.test(trimmed)) return { ok: false, reason: 'malformed' };
  const typedDomain = trimmed.slice(at + 1);
  const ascii = domainToASCII(typedDomain);
  const domain = typedDomain.toLowerCase() === ascii ? typedDomain : ascii;
  const email = `${local}@${domain}`;
  const isGood =
    whatwg.test(email) &&
    local.length <= 64 &&
    email.length <= 254 &&
    !/^\.|\.$|\.\./.test(local) &&
    /\.[a-z][a-z0-9-]*$/i.test(domain);
  return isGood
    ? { ok: true, email, address: email.toLowerCase() }
    : { ok: false, reason: 'malformed' };
}
