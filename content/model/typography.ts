import type { Inline } from './blocks/rich-text.ts';
import { setRanges } from './ranges.ts';
import { nestQuotes, setQuotes, type OpenQuotes } from './quotes.ts';
import * as words from './words.ts';

const nbsp = '\u00a0';

/** Of the web and of mail. Their signs are their own; those that end a sentence are not among them. */
const addresses =
  /((?:https?:\/\/|www\.)[^\s"'«»‘’“”„<>]*[^\s"'«»‘’“”„<>.,;:!?…)\]]|(?<![\p{L}\d_.+-])[\p{L}\d_.+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)/u;

const numberAndUnit = new RegExp(
  `(\\d\\.?) (?=(?:(?:${words.units})s?|${words.months})(?![\\p{L}\\d]))`,
  'gu',
);
const millions = /(?<=\d[ \u00a0](?:mill|mrd)\.) (?=(?:kr|kroner|euro|dollar|pund)(?!\p{L}))/gu;
const monthAndYear = new RegExp(`(?<!\\p{L})(${words.months}) (?=\\d{4}(?!\\d))`, 'gu');
const thousands = /(\d) (?=\d{3}(?!\d))/g;
/** «22 00 11 22», «815 49 300», and eight figures or more behind a plus; not part of a longer row. */
const telephones =
  /(?<!\d[ \u00a0]|[\d.,+-])(?:\+(?=(?:\d[ \u00a0]?){8})\d{1,3}(?:[ \u00a0]\d{1,5}){1,5}|\d\d(?:[ \u00a0]\d\d){3}|\d{3}[ \u00a0]\d\d[ \u00a0]\d{3})(?![ \u00a0]?\d|[.,:/-]\d)/g;
/** «kl. 8», «§ 4», «kr 500»; «art» without a point is a word, and «kr» behind a number belongs to that. */
const abbreviated =
  /(?<!\p{L})((?:[Kk]l|[Nn]r|[Cc]a|St|s|pst|[Tt]lf|[Kk]ap|[Pp]kt|(?<!\d[ \u00a0])[Kk]r)\.?|(?:[Aa]rt|[Ff]ig|[Tt]ab|[Bb]d|[Vv]ol)\.|NOK|EUR|USD|GBP|SEK|DKK|§§?) (?=\d)/gu;
/** «J. K. Rowling», «Chr. Krohg», «dr. Hansen». */
const initials =
  /(?<!\p{L})(\p{Lu}\.|(?:Chr|Th|Joh|Fredr|Wilh|Edv|dr|prof|adv|hr|st)\.) (?=\p{Lu})/gu;
const title = '(?<!\\p{L})(?:prof|dr|cand|stud|mag|lic|siv)\\.';
const subject =
  '(?:dr|med|phil|philos|philol|jur|theol|real|polit|scient|odont|psychol|oecon|mag|ing|techn|vet|agric|øk)\\.';
/** «prof. dr. med. Olsen»: a subject belongs to a name only behind a title, for «med» is a word. */
const degrees = new RegExp(
  `(?<=${title}) (?=${subject})|(?<=${title}[ \\u00a0]${subject}) (?=\\p{Lu})`,
  'gu',
);
/** «f. eks.», «bl. a.», «t. o. m.», «f. Kr.» */
const letterByLetter = /(?<![\p{L}\d])(\p{Ll}\.|bl\.) (?=(?:\p{Ll}{1,3}|Kr)\.)/gu;
/** «IT-avdelingen» is one word, however short its first part; «HR-2021-1453-A» is an id, and keeps its signs. */
const shortFirst = /(?<![\p{L}\d\u2011-])(\p{Lu}{1,4})-(?=[\p{L}\d])(?!\d+[-/])/gu;
/** «2 x 3», «1920x1080», «2 m x 3 m»; not «0x1F». */
const times =
  /(?<=^|[^\p{L}\d.,]|\d(?:[mck]?m)?[xX])(?!0[xX])(\d+(?:,\d+)?(?:[ \u00a0]?[mck]?m)?)( ?)[xX]\2(?=\d)/gu;

/**
 * Norwegian typography for one text: « ‘ ’ » for straight quotes, – for a hyphen between spaces and in ranges, −, ×, …, ’,
 * and no-break spaces where a line must not end; a dash stays with the word before it. A leading "- " becomes the
 * speech dash "– ". `before` is the character that stands before the text (inline marks split a sentence into
 * nodes), `open` the quotes that are open there. Applying it twice changes nothing more.
 */
export function typeset(source: string, before = '', open: OpenQuotes = []): string {
  return setQuotes(besideAddresses(source, before, setSigns), before, open);
}

type Setter = (text: string, before: string) => string;

/** Sets all but addresses. */
function besideAddresses(text: string, before: string, set: Setter): string {
  if (!/:\/\/|www\.|@/.test(text)) return set(text, before);
  let last = before;
  // What is split at is kept, at every second place.
  const pieces = text.split(addresses).map((piece, index) => {
    const done = index % 2 === 1 || piece === '' ? piece : set(piece, last);
    last = done.at(-1) ?? last;
    return done;
  });
  return pieces.join('');
}

/** All signs but quotes. */
function setSigns(source: string, before: string): string {
  let text = source;
  if (text.includes('...')) text = text.replaceAll('...', '…');
  text = setRanges(text, before).replace(/(?<=\s)-{1,3}(?=\s)/g, '–');
  if (/\d/.test(text)) {
    text = text
      .replace(times, (_, number: string, space: string) =>
        space === '' ? `${number}×` : `${number}${nbsp}×${nbsp}`,
      )
      .replace(telephones, (figures) => figures.replaceAll(' ', nbsp))
      .replace(thousands, `$1${nbsp}`)
      .replace(numberAndUnit, `$1${nbsp}`)
      .replace(millions, nbsp)
      .replace(monthAndYear, `$1${nbsp}`)
      .replace(abbreviated, `$1${nbsp}`);
  }
  if (text.includes('. '))
    text = text
      .replace(initials, `$1${nbsp}`)
      .replace(degrees, nbsp)
      .replace(letterByLetter, `$1${nbsp}`);
  if (text.includes('-')) text = text.replace(shortFirst, '$1\u2011');
  if (before === '') text = text.replace(/^[-–]\s+(?=\S)/, `–${nbsp}`);
  // A line may end with a dash, and begins with none.
  text = text.replace(/(?<=[^\s–]) – /g, `${nbsp}– `);
  return /\S/.test(before) ? text.replace(/^ – /, `${nbsp}– `) : text;
}

/** The same for a run of inline nodes, which count as one sentence up to a break. */
export function typesetInline(nodes: readonly Inline[]): Inline[] {
  const sentences: string[][] = [[]];
  const gather = (node: Inline): void => {
    if (node.type === 'text') sentences.at(-1)?.push(node.text);
    else if (node.type === 'break') sentences.push([]);
    else node.children.forEach(gather);
  };
  nodes.forEach(gather);
  const texts = sentences.flatMap(typesetSentence).values();
  const put = <T extends Inline>(node: T): T => {
    if (node.type === 'text') return { ...node, text: texts.next().value ?? node.text };
    return node.type === 'break' ? node : { ...node, children: node.children.map(put) };
  };
  return nodes.map(put);
}

/** Each by itself, then what only shows across them: «10-» and a bold «12» are a range. */
function typesetSentence(texts: readonly string[]): string[] {
  let before = '';
  const open: OpenQuotes = [];
  const set = texts.map((source) => {
    const text = typeset(source, before, open);
    before = text.at(-1) ?? before;
    return text;
  });
  if (set.length < 2) return set;
  const ranged = setAsOne(set, (whole) => besideAddresses(whole, '', setRanges));
  return setAsOne(ranged, nestQuotes);
}

/** Sign for sign, so that the texts can be cut where they were; else they stay as they are. */
function setAsOne(texts: string[], set: (whole: string) => string): string[] {
  const whole = texts.join('');
  const done = set(whole);
  if (done === whole || done.length !== whole.length) return texts;
  let end = 0;
  return texts.map(({ length }) => done.slice(end, (end += length)));
}
