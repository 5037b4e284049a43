/** Signs nobody sees, which come along when an address is copied. */
const invisible =
  /[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const email = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;
const domain = /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#].*)?$/iu;

/**
 * An address as its author meant it: `www.nav.no`, `nav.no/kontakt` and `kari@nav.no` get the scheme they lack, blanks
 * at the ends and invisible signs go, those inside are written as addresses write them. What is none stays as it is.
 */
export function mendAddress(address: string): string {
  const trimmed = address.replace(invisible, '').trim();
  if (/^tel:/i.test(trimmed)) return `tel:${trimmed.slice(4).replace(/[\s().]/g, '')}`;
  if (/^mailto:/i.test(trimmed)) return mendMail(trimmed.slice(7));
  if (email.test(trimmed)) return mendMail(trimmed);
  const whole = domain.test(trimmed) ? `https://${trimmed}` : trimmed;
  return /^(https?:\/\/|\/|#)/i.test(whole) ? whole.replaceAll(/\s/g, encodeURIComponent) : whole;
}

function mendMail(rest: string): string {
  const [to = '', ...query] = rest.split('?');
  const asked = query.join('?').trim().replaceAll(/\s/g, encodeURIComponent);
  return `mailto:${to.replaceAll(/\s/g, '')}${asked === '' ? '' : `?${asked}`}`;
}
