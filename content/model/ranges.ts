import { months, units } from './words.ts';

const days = 'mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag';
const number = String.raw`\d+(?:,\d+)?`;
/** What a number may stand behind that is no amount: paragraphs of a law, standards. */
const notCounted = String.raw`(?<!(?:§|ISO|IEC|EN|NS|DIN)[\s\u00a0]?[\d-]*)(?<![\d.,:/-])`;
const counted = new RegExp(
  `${notCounted}(${number})-(${number})(?=[\\s\\u00a0](?:${units}|ganger|personer|ansatte|kunder|sider|stykker|steder|saker|spørsmål|barn)(?![\\p{L}\\d]))`,
  'gu',
);
const named = new RegExp(
  String.raw`(?<!\p{L})((?:kl\.?|klokka|klokken|side|sidene|s\.|uke|ukene|kapittel|kap\.|linje|linjene|punkt|nr\.|kr|alderen|årene)[\s\u00a0])(${number})-(${number})(?![\d-])`,
  'giu',
);
const clocks = /(?<![\d.:-])(\d{1,2}[.:]\d{2})-(\d{1,2}[.:]\d{2})(?![\d.:-]\d)/g;
const dates = new RegExp(
  `(?<![\\d.])(\\d{1,2}\\.)-(\\d{1,2}\\.)(?=[\\s\\u00a0](?:${months}))`,
  'gu',
);
const years = /(?<![\d./-])((?:1[5-9]|20)\d\d)-((?:1[5-9]|20)\d\d|\d\d)(?![\d/-])/g;
const calendar = new RegExp(
  `(?<!\\p{L})(${months})-(?=(?:${months})(?!\\p{L}))|(?<!\\p{L})(${days})-(?=(?:${days})(?!\\p{L}))`,
  'giu',
);
const below = /(?<=^|[\s(\u00a0])-(?=\d)/g;

/**
 * From this to that: 08.00–16.00, 2017–2025, 10–12 dager, mars–april; and below zero: −5. Only where it is surely meant,
 * so never in § 14-9, telephone numbers, ISO dates, standards and addresses.
 */
export function setRanges(text: string, before: string): string {
  if (!/\d|dag|r-|l-|i-|s-|t-/i.test(text)) return text;
  const isStart = before === '' || /\s/.test(before);
  return text
    .replace(clocks, '$1–$2')
    .replace(dates, '$1–$2')
    .replace(years, (all, from: string, to: string) => (isLater(from, to) ? `${from}–${to}` : all))
    .replace(counted, '$1–$2')
    .replace(named, '$1$2–$3')
    .replace(calendar, (_, month?: string, day?: string) => `${month ?? day ?? ''}–`)
    .replace(below, (sign, offset: number) => (offset > 0 || isStart ? '−' : sign));
}

/** 2024–25 is two years; 2025-03 and 2010-12 are months as machines write them. */
function isLater(from: string, to: string): boolean {
  if (to.length === 4) return Number(to) > Number(from);
  return Number(to) > 12 && Number(to) > Number(from.slice(2));
}
