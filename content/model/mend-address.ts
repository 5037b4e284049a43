import { invisibleSigns, joiningSigns } from './invisible-signs.ts';

/** What text may hold, and no address. */
const lineEnds = /[\t\n\u000b\f\r\u2028\u2029]/g;
const email = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/;
const domain = /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#].*)?$/iu;

/** `+47 22 33 44 55` and `22 33 44 55`. */
const phone = /^(?:\+\d[\d\s().-]{6,}\d|(?:\d\s?){8})$/;
/** `https//nav.no`, `http:/nav.no`: a scheme that lost a sign. */
const lameScheme = /^(https?)(?::\/?|\/\/)(?=[^/:])/i;

/**
 * An address as its author meant it: `www.nav.no`, `nav.no/kontakt` and `kari@nav.no` get the scheme they lack, as do
 * telephone numbers; what stands in < > is taken out of them; blanks at the ends and invisible signs go, those inside
 * are written as addresses write them. What is none stays as it is.
 */
export function mendAddress(address: string): string {
  const seen = address.replace(lineEnds, '').replace(invisibleSigns, '').replace(joiningSigns, '');
  const trimmed = seen.trim().replace(/^<([^<>]*)>$/, '$1');
  if (phone.test(trimmed)) return mendAddress(`tel:${trimmed}`);
  if (/^tel:/i.test(trimmed)) return `tel:${trimmed.slice(4).replace(/[\s().-]/g, '')}`;
  if (/^mailto:/i.test(trimmed)) return mendMail(trimmed.slice(7));
  if (email.test(trimmed)) return mendMail(trimmed);
  const rest = trimmed.replace(lameScheme, '');
  if (rest !== trimmed && domain.test(rest))
    return mendAddress(`${trimmed.split(/[:/]/)[0] ?? ''}://${rest}`);
  const whole = domain.test(trimmed) ? `https://${trimmed}` : trimmed;
  return /^(https?:\/\/|\/|#)/i.test(whole) ? whole.replaceAll(/\s/g, encodeURIComponent) : whole;
}

function mendMail(rest: string): string {
  const [said = '', ...query] = rest.split('?');
  // «Kari Nordmann <kari@nav.no>», as mail programs write it.
  const to = /<([^<>]+)>/.exec(said)?.[1] ?? said;
  const asked = query.join('?').trim().replaceAll(/\s/g, encodeURIComponent);
  return `mailto:${to.replaceAll(/\s/g, '')}${asked === '' ? '' : `?${asked}`}`;
}
