import * as words from './words.ts';

/** A blank, whether a line may end there or not. */
const b = '[ \\u00a0]';
/** 5, 0,5, 9.30, 15:30; 10 000 and 50.000. Groups are counted, so that long rows of figures cost no more than short ones. */
const number = `\\d{1,3}(?:[ \\u00a0.]\\d{3}){1,4}(?!\\d)|\\d+(?:[.,:]\\d+)?`;
/** What stands between from and to: with a blank on both sides, or on none. */
const joint = `(?:${b}[-–]${b}|[-–])`;
const day = `(?:${words.days}|${words.shortDays})`;
const month = `(?:${words.months}|${words.shortMonths})`;

const pairs = new RegExp(`(?<!\\d)(${number})(${joint})(${number})`, 'gu');

/** «mars-april», «desember 2024-mars 2025», «4. juni-søndag 6. juni»: the name of a month on both sides. */
const monthToMonth = new RegExp(
  `(?<!\\p{L})(${month}(?:${b}\\d{4})?)[-–](?=(?:(?:${day}${b})?\\d{1,2}\\.${b})?${month}(?!\\p{L}))`,
  'giu',
);
/** «1. mars - 3. mars»: blanks go only where figures tell that no pause is meant. */
const dateToDate = new RegExp(
  `(?<=\\d\\.${b}${month}|${month}${b}\\d{4})${b}[-–]${b}(?=(?:(?:${day}${b})?\\d{1,2}\\.${b}${month}|${month}${b}\\d{4})(?![\\p{L}\\d]))`,
  'giu',
);
const dayToDay = new RegExp(
  `(?<!\\p{L})(${day})(?:-(?=${day}(?!\\p{L}))|${b}[-–]${b}(?=${day}${b}(?:kl\\.?${b})?\\d))`,
  'giu',
);
/** «1.-3. mars», «torsdag 4.-lørdag 6. juni», «5.-7. trinn». */
const ordinals = new RegExp(
  `(?<![\\d.])(\\d{1,2}\\.)${joint}(?=(?:${day}${b})?\\d{1,2}\\.${b}(?:${month}|${words.ordered})(?!\\p{L}))`,
  'giu',
);
/** «1.3.-3.3.», «01.03.2025-03.03.2025». */
const figureDates =
  /(?<![\d.])(\d{1,2}\.\d{1,2}\.(?:\d{4})?)-(?=\d{1,2}\.\d{1,2}\.(?:\d{4})?(?![\d.-]))/g;

/**
 * A hyphen that stands for minus; a dash does so only with degrees, for it begins direct speech, too. What is before it
 * is asked last: signs are rare, and blanks are not.
 */
const below = new RegExp(
  `(?:-(?=\\d)|–(?=\\d+(?:,\\d+)?(?:${b}(?:og|til|eller)${b}[-–−]\\d+(?:,\\d+)?)?${b}?(?:grader|°))(?<!\\d${b}–))(?<=(?:^|[\\s(])[-–])`,
  'gu',
);

/**
 * From this to that: 08.00–16.00, 2017–2025, 10–12 dager, mars–april, 80–90-tallet; and below zero: −5. Only where it is
 * surely meant, so never in § 14-9, telephone numbers, ISO dates, standards, scores and addresses. Blanks around the
 * dash of a range go; but for them the text keeps its length.
 */
export function setRanges(text: string, before: string): string {
  if (!/[-–]/.test(text)) return text;
  const set = text.replace(monthToMonth, '$1–').replace(dateToDate, '–').replace(dayToDay, '$1–');
  if (!/\d/.test(set)) return set;
  const isStart = before === '' || /\s/.test(before);
  return setPairs(set.replace(ordinals, '$1–').replace(figureDates, '$1–')).replace(
    below,
    (sign, offset: number) => (offset > 0 || isStart ? '−' : sign),
  );
}

/** Two numbers with a hyphen or a dash between them, and what is around them. */
interface Pair {
  start: number;
  end: number;
  from: string;
  to: string;
  joint: string;
  left: string;
  right: string;
}

/** How far around a pair is looked: an opening time's words are the longest. */
const sight = 48;

function setPairs(text: string): string {
  const found: Pair[] = [...text.matchAll(pairs)].map((match) => {
    const [all, from = '', between = '', to = ''] = match;
    const start = match.index;
    const end = start + all.length;
    const left = text.slice(Math.max(0, start - sight), start);
    return { start, end, from, to, joint: between, left, right: text.slice(end, end + sight) };
  });
  if (found.length === 0) return text;
  const between = (index: number) => text.slice(found[index - 1]?.end, found[index]?.start);
  // What is listed behind another is what that is: «§§ 2-3 og 2-4 år», «kl. 8-9 og 10-11».
  const barred: boolean[] = [];
  const verdicts: boolean[] = [];
  for (const [index, pair] of found.entries()) {
    const isListed = index > 0 && listed.test(between(index));
    barred.push(isNoRange(pair) || (isListed && barred[index - 1] === true));
    const isLikeLast = isListed && verdicts[index - 1] === true && canBeListed(pair);
    verdicts.push(barred[index] === false && (isLikeLast || isRange(pair)));
  }
  // And what is listed before: «2-3 eller 4-5 dager».
  for (const [index, pair] of [...found.entries()].reverse())
    verdicts[index] ||=
      barred[index] === false &&
      verdicts[index + 1] === true &&
      /^[ \u00a0](?:og|eller)[ \u00a0]$/.test(between(index + 1)) &&
      canBeListed(pair);
  let set = '';
  let last = 0;
  for (const [index, { start, end, from, to }] of found.entries()) {
    if (verdicts[index] !== true) continue;
    set += `${text.slice(last, start)}${from}–${to}`;
    last = end;
  }
  return set + text.slice(last);
}

const listed = new RegExp(
  `^(?:[,;]|,?${b}(?:og|eller|samt))${b}(?:${day}(?:er)?:?${b})?(?:kl\\.?${b})?$`,
  'iu',
);

const canBeListed = (pair: Pair) =>
  !isSpaced(pair) && !pair.right.startsWith('-') && (isRising(pair) || areClocks(pair));

/** Part of a longer row of signs: a date, a telephone number, a name, an id. */
const touchesLeft = /[\p{L}\d.,:;/_@#=&%+*\\\-–−\u2011×]$/u;
const touchesRight = /^(?:[-–.,:/]?\d|[\p{L}_@×])/u;
const paragraph = new RegExp(`§${b}?$`);
/** «ISO 9001-2», «Storgata 8-10», «versjon 1.30-2», «tlf. 2010-2025». */
const named = new RegExp(
  `(?:(?<!\\p{L})(?:ISO|IEC|EN|NS|DIN|[Vv]ersjon|[Tt]lf\\.?:?|[Tt]elefon:?|[Mm]obil:?|[Rr]ing|[Kk]onto(?:nr\\.|nummer)?:?|Postboks)|` +
    `\\p{Lu}[\\p{L}’']+${b}?(?:${words.streets}))${b}$`,
  'u',
);

const isNoRange = ({ left, right, ...pair }: Pair) =>
  touchesLeft.test(left) ||
  touchesRight.test(right) ||
  named.test(left) ||
  (paragraph.test(left) && !isSpaced(pair));

const isSpaced = (pair: Pick<Pair, 'joint'>) => pair.joint.length > 1;

const countedRight = new RegExp(
  `^(?:${b}?[%‰°]|,[-–](?!\\d)|${b}(?:(?:${words.units}|${words.counted})s?(?![\\p{L}\\d])|` +
    `av${b}(?:\\d|(?:to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|tjue|hundre|tusen)(?!\\p{L})))|` +
    `\\.${b}(?:${month}|${words.ordered})(?!\\p{L}))`,
  'u',
);
const compoundRight = new RegExp(`^-(?:${words.compounded})`);
const numberedLeft = new RegExp(`(?<!\\p{L})(?:${words.numbered})${b}$`, 'iu');

function isRange(pair: Pair): boolean {
  const { left, right } = pair;
  if (isClockRange(pair)) return true;
  if (isSpaced(pair) && !isRising(pair)) return false;
  if (areYears(pair)) return true;
  if (compoundRight.test(right)) return isRising(pair) || isRising(asDecades(pair));
  if (right.startsWith('-')) return false;
  if (countedRight.test(right)) return true;
  if (!isRising(pair)) return false;
  return (numberedLeft.test(left) && !isOfYear(pair)) || paragraph.test(left) || areGrouped(pair);
}

const valueOf = (figures: string) =>
  Number(figures.replace(/[ \u00a0.](?=\d{3}(?!\d))/g, '').replace(/[,:]/, '.'));
const isRising = ({ from, to }: Pick<Pair, 'from' | 'to'>) => valueOf(from) < valueOf(to);

/** «uke 3-2025», «nr. 4-2025» */
const isOfYear = ({ from, to }: Pair) => from.length < 3 && /^(?:19|20)\d\d$/.test(to);

/** «1980-90-tallet» */
const asDecades = ({ from, to }: Pair) => ({ from: /^\d\d(\d\d)$/.exec(from)?.[1] ?? '', to });

const clockLeft = new RegExp(`(?<!\\p{L})(?:kl\\.?|klokka|klokken)${b}$`, 'iu');
const openLeft = new RegExp(
  `(?<!\\p{L})(?:åp(?:en|ent|ningstid(?:er|en|ene)?):?(?:${b}(?:fra|hver|alle|dag|dager|daglig|på|i|helgen|helga|(?:${words.days})(?:er)?))*|` +
    `hverdager|ukedager|daglig|helger|(?:${words.days})er|${day}–${day})[:,]?${b}$`,
  'iu',
);
/** 8, 08.30, 15:30, 0830. */
const isHour = (figures: string) =>
  /^(?:(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?|(?:[01]\d|2[0-4])[0-5]\d)$/.test(figures);
const areClocks = ({ from, to }: Pair) => isHour(from) && isHour(to);
const withMinutes = /^\d{1,2}[.:]\d\d$/;
/** «4.11» may be a day, and «3.10» a section: a point tells an hour's minutes when they are none of a month. */
const isSurelyHour = (figures: string) => /:\d\d$|\.(?:00|1[3-9]|[2-5]\d)$/.test(figures);

/** To be open over midnight is no mistake, so hours need not rise. */
function isClockRange(pair: Pair): boolean {
  const { from, to, left, right } = pair;
  if (!areClocks(pair) || right.startsWith('-')) return false;
  if (withMinutes.test(from) && withMinutes.test(to)) return true;
  if (clockLeft.test(left) || openLeft.test(left)) return true;
  return !isSpaced(pair) && (isSurelyHour(from) || isSurelyHour(to));
}

const seasonLeft = new RegExp(
  `(?<!\\p{L})(?:årene|perioden|sesongen|skoleåret|studieåret|vinteren)${b}$`,
  'iu',
);

/** 2024–25 is two years, and so is 2009–10; 2025-03 and 2010-12 are months as machines write them. */
function areYears({ from, to, left, right }: Pair): boolean {
  if (!/^(?:1[5-9]|20)\d\d$/.test(from)) return false;
  if (right.startsWith('-') && !/^-\p{Ll}{3}/u.test(right)) return false;
  if (/^(?:1[5-9]|20)\d\d$/.test(to)) return Number(to) > Number(from);
  if (!/^\d\d$/.test(to)) return false;
  const year = Number(from.slice(2));
  if (Number(to) === (year + 1) % 100) return true;
  return Number(to) > year && (Number(to) > 12 || seasonLeft.test(left));
}

const grouped = /^[1-9]\d{0,2}(?:[ \u00a0.]\d{3})+$/;

/** «10 000-20 000», and «5-10 000» where both are thousands. Figures before or behind them make a telephone number of it. */
function areGrouped({ from, to, left, right }: Pair): boolean {
  if (!grouped.test(to) || /\d[ \u00a0]$/.test(left) || /^[ \u00a0]\d/.test(right)) return false;
  if (grouped.test(from)) return true;
  return /^[1-9]\d{0,2}$/.test(from) && /000$/.test(to) && Number(from) < parseInt(to, 10);
}
