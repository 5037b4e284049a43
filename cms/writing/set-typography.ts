import * as words from '../../content/model/words.ts';

/** What a sign that was typed turns into: so many signs before it go, and `insert` stands in the place of both. */
export interface Setting {
  remove: number;
  insert: string;
}

/** What is being typed is an address: its signs are its own. */
const inAddress = /(?:https?:\/\/|www\.|[\w.+-]+@)\S*$/u;

const opens = /(^|[\s([{«‘–—/=+\u00a0])$/u;
/** Half a compound: `anti-"woke"` begins a quotation there, `"for- og etter-"` ends one. */
const halfWord = /[\p{L}\d]-$/u;

/**
 * Norwegian typography of a sign as it is typed behind `before`, the text of its paragraph: « » and inside them ‘ ’
 * (Språkrådet), – for a hyphen between blanks and for two, … for three points, a space that does not break between
 * what belongs together. Null when the sign stands as it is.
 */
export function setTypography(before: string, typed: string): Setting | null {
  if (inAddress.test(before)) return typed === '"' ? closing(before) : null;
  if (typed === '@') return address(before);
  if (typed === '>' && /(?:^|\s)–$/u.test(before)) return { remove: 1, insert: '-->' };
  if (typed === '"') return { remove: 0, insert: quote(before) };
  if (typed === "'") return { remove: 0, insert: innerQuote(before) };
  // At the beginning of a paragraph three are a rule.
  if (typed === '-' && /(?:^|[^-–])-$/u.test(before) && before !== '-')
    return { remove: 1, insert: '–' };
  // A third makes no longer dash.
  if (typed === '-' && before.endsWith('–') && before !== '–') return { remove: 1, insert: '–' };
  if (typed === ' ' && before === '--') return { remove: 2, insert: '– ' };
  // A reply: where a text, or a line of it, begins.
  if (typed === ' ' && /(?:^|[ \n])-$/.test(before)) return { remove: 1, insert: '– ' };
  if (typed === '.' && /(^|[^.])\.\.$/.test(before)) return { remove: 2, insert: '…' };
  return bind(before, typed);
}

/** No address holds a quotation mark: it ends what began before the address. */
const closing = (before: string): Setting | null =>
  openIn(before, ['«', '»']) > 0
    ? { remove: 0, insert: openIn(before, ['‘', '’']) > 0 ? '’' : '»' }
    : null;

/** How many quotations of a kind are open in a text. */
const openIn = (text: string, [open, close]: readonly [string, string]): number =>
  Math.max(0, text.split(open).length - text.split(close).length);

function quote(before: string): string {
  const isInside = openIn(before, ['«', '»']) > 0;
  // Inches: `5"`.
  if (!isInside && /\d$/u.test(before)) return '"';
  if (before.endsWith('«')) return '»';
  if (opens.test(before)) return isInside ? '‘' : '«';
  if (halfWord.test(before)) {
    const isWithin = isInside && before.slice(before.lastIndexOf('«')).includes(' ');
    if (!isInside) return '«';
    if (isWithin && openIn(before, ['‘', '’']) === 0) return '‘';
  }
  return isInside && openIn(before, ['‘', '’']) > 0 ? '’' : '»';
}

/** An apostrophe, but where it opens a quotation within one. */
function innerQuote(before: string): string {
  const isInside = openIn(before, ['«', '»']) > 0;
  if (opens.test(before)) return isInside ? '‘' : '’';
  // Feet: `6'`.
  return !isInside && /(?:^|\s)\d+$/u.test(before) ? "'" : '’';
}

/** What turns out to be an address gets back the signs that were typed. */
function address(before: string): Setting | null {
  const [name = ''] = /[\w.+–…-]+$/u.exec(before) ?? [];
  if (!/[–…]/.test(name)) return null;
  return { remove: name.length, insert: `${name.replaceAll('–', '--').replaceAll('…', '...')}@` };
}

/** A number belongs to what counts it; the last sign tells. */
const belongTogether: readonly RegExp[] = [
  /(?<!\p{L})(?:§|(?:nr|ca|pkt|art|kap|s|tlf)\.|kl\.?|kr) \d$/u,
  /(?:^|[^\d\u00a0 ,.])[ ]?(?<!\b(?:kapittel|side|artikkel|punkt|uke|paragraf) )\d{1,3} \d{3}$/iu,
  /\d\u00a0\d{3} \d{3}$/u,
  new RegExp(`\\d\\.? (?:(?:${words.units})s?|${words.months})[\\s.,;:!?)]$`, 'u'),
  /\d[ \u00a0](?:mill|mrd)\. (?:kr|kroner|euro|dollar|pund)[\s.,;:!?)]$/u,
  /\d %$/u,
];

function bind(before: string, typed: string): Setting | null {
  const text = before + typed;
  if (!belongTogether.some((pattern) => pattern.test(text))) return null;
  const space = text.lastIndexOf(' ', text.length - (typed === ' ' ? 2 : 1));
  return { remove: before.length - space, insert: `\u00a0${text.slice(space + 1)}` };
}
