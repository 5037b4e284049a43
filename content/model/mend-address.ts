import { invisibleSigns, joiningSigns } from './invisible-signs.ts';

/** What text may hold, and no address. */
const lineEnds = /[\t\n\u000b\f\r\u2028\u2029]/g;
const email = /^[^\s@/:?]+@[^\s@/:?]+\.[^\s@/:?]+(?:\?.*)?$/;
const domain = /^(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#].*)?$/iu;

/** A file on somebody's disk: what looks like its domain is none (IANA's list of top-level domains). */
const fileName =
  /^[^/]*\.(?:docx?|xlsx?|pptx?|pdf|rtf|odt|ods|txt|csv|jpe?g|png|gif|webp|svg|mp[34]|html?|php|exe)$/i;

/** `+47 22 33 44 55`, `0047 22 33 44 55`, `22 33 44 55`; `116 117`, `02800` and `113`. */
const phone = /^(?:(?:\+|00)\d[\d\s().-]{6,}\d|(?:\d\s?){8}|11[0236]|1\d\d ?\d{3}|0\d{4})$/;
/** `https//nav.no`, `http:/nav.no`: a scheme that lost a sign. */
const lameScheme = /^(https?)(?::\/?|\/\/)(?=[^/:])/i;
/** `https://https://nav.no`: written before what had one. */
const doubleScheme = /^(?:https?:\/\/\s*)+(?=https?:\/\/)/i;

/**
 * An address as its author meant it: `www.nav.no`, `nav.no/kontakt` and `kari@nav.no` get the scheme they lack, as do
 * telephone numbers; what stands in < > is taken out of them; blanks at the ends and invisible signs go, those inside
 * are written as addresses write them. What is none stays as it is.
 */
export function mendAddress(address: string): string {
  const seen = address.replace(lineEnds, '').replace(invisibleSigns, '').replace(joiningSigns, '');
  const trimmed = seen
    .trim()
    .replace(/^<([^<>]*)>$/, '$1')
    .replace(doubleScheme, '')
    .replace(/^(https?:\/\/)\s+/i, '$1');
  if (phone.test(trimmed)) return mendAddress(`tel:${trimmed}`);
  if (/^tel:/i.test(trimmed))
    return `tel:${trimmed
      .slice(4)
      .replace(/[\s().-]/g, '')
      .replace(/^00(?=\d{8})/, '+')}`;
  if (/^mailto:/i.test(trimmed)) return mendMail(trimmed.slice(7));
  if (email.test(trimmed)) return mendMail(trimmed);
  const rest = trimmed.replace(lameScheme, '');
  if (rest !== trimmed && domain.test(rest))
    return mendAddress(`${lameScheme.exec(trimmed)?.[1] ?? ''}://${rest}`);
  // Signs of the sentence around it.
  const bare = trimmed.replace(/^\((.*)\)$/, '$1').replace(/[.,;:!?]+$/, '');
  const whole = domain.test(bare) && !fileName.test(bare) ? `https://${bare}` : trimmed;
  return /^(https?:\/\/|\/|#)/i.test(whole) ? escaped(whole) : whole;
}

/** Blanks, and per cent signs that are none of an escape (RFC 3986). */
const escaped = (text: string) =>
  text.replace(/%(?![\da-f]{2})/gi, '%25').replaceAll(/\s/g, encodeURIComponent);

function mendMail(rest: string): string {
  const [said = '', ...query] = rest.split('?');
  // «Kari Nordmann <kari@nav.no>», as mail programs write it.
  const to = /<([^<>]+)>/.exec(said)?.[1] ?? said;
  const asked = escaped(query.join('?').trim());
  return `mailto:${to.replaceAll(/\s/g, '')}${asked === '' ? '' : `?${asked}`}`;
}
