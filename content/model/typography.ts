import type { Inline } from './blocks/rich-text.ts';
import { setRanges } from './ranges.ts';
import { setQuotes, type OpenQuotes } from './quotes.ts';
import { months, units } from './words.ts';

const nbsp = '\u00a0';

const numberAndUnit = new RegExp(`(\\d\\.?) (?=(?:(?:${units})s?|${months})(?![\\p{L}\\d]))`, 'gu');
const monthAndYear = new RegExp(`(?<!\\p{L})(${months}) (?=\\d{4}(?!\\d))`, 'gu');
const thousands = /(\d) (?=\d{3}(?!\d))/g;
const abbreviated = /(?<!\p{L})((?:[Kk]l|[Nn]r|[Cc]a|St|s|pst|[Tt]lf)\.?|§§?) (?=\d)/gu;
/** «J. K. Rowling», «dr. Hansen». */
const initials = /(?<!\p{L})(\p{Lu}\.|(?:dr|prof|adv|hr|st)\.) (?=\p{Lu})/gu;
/** «IT-avdelingen» is one word, however short its first part; «HR-2021-1453-A» is an id, and keeps its signs. */
const shortFirst = /(?<![\p{L}\d\u2011-])(\p{Lu}{1,4})-(?=[\p{L}\d])(?!\d+[-/])/gu;
/** «2 x 3», «1920x1080»; not «0x1F». */
const times = /(?<=^|[^\p{L}\d.,]|\d[xX])(?!0[xX])(\d+(?:,\d+)?)( ?)[xX]\2(?=\d)/gu;

/**
 * Norwegian typography for one text: « ‘ ’ » for straight quotes, – for a hyphen between spaces and in ranges, −, ×, …, ’,
 * and no-break spaces where a line must not end; a dash stays with the word before it. A leading "- " becomes the
 * speech dash "– ". `before` is the character that stands before the text (inline marks split a sentence into
 * nodes), `open` the quotes that are open there. Applying it twice changes nothing more.
 */
export function typeset(source: string, before = '', open: OpenQuotes = []): string {
  let text = source;
  if (text.includes('...')) text = text.replaceAll('...', '…');
  text = setRanges(text, before).replace(/(?<=\s)-{1,3}(?=\s)/g, '–');
  if (/\d/.test(text)) {
    text = text
      .replace(thousands, `$1${nbsp}`)
      .replace(numberAndUnit, `$1${nbsp}`)
      .replace(monthAndYear, `$1${nbsp}`)
      .replace(abbreviated, `$1${nbsp}`)
      .replace(times, (_, number: string, space: string) =>
        space === '' ? `${number}×` : `${number}${nbsp}×${nbsp}`,
      );
  }
  text = text.replace(initials, `$1${nbsp}`).replace(shortFirst, '$1\u2011');
  if (before === '') text = text.replace(/^[-–]\s+(?=\S)/, `–${nbsp}`);
  // A line may end with a dash, and begins with none.
  text = text.replace(/(?<=[^\s–]) – /g, `${nbsp}– `);
  if (/\S/.test(before)) text = text.replace(/^ – /, `${nbsp}– `);
  return setQuotes(text, before, open);
}

/** The same for a run of inline nodes, which count as one sentence. */
export function typesetInline(nodes: readonly Inline[]): Inline[] {
  let before = '';
  let open: OpenQuotes = [];
  const walk = <T extends Inline>(node: T): T => {
    if (node.type === 'text') {
      const text = typeset(node.text, before, open);
      before = text.at(-1) ?? before;
      return { ...node, text };
    }
    if (node.type === 'break') {
      before = '';
      open = [];
      return node;
    }
    return { ...node, children: node.children.map(walk) };
  };
  return nodes.map(walk);
}
