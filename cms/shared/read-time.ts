import { timeZone } from '../../content/model/time-zone.ts';

const months = [
  ...['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'],
];
const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'];
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Day {
  year: number;
  month: number;
  day: number;
}

/** What somebody wrote for a time. */
export interface WrittenTime {
  at: Date;
  /** Whether she said a time of day; else it is midnight. */
  hasClock: boolean;
  /** Whether the clock jumps over what she wrote, in spring; `at` is an hour later. */
  isSkipped: boolean;
}

/**
 * Reads a time as it is written in Norway, day first, on Norway's clock: `01.11.2027 06:00`, `1.11.2027 kl. 6`,
 * `29/03`, `1. november kl. 6.30`, `mandag kl. 8`, `i morgen 06.00`, `06:00 1. november`; also ISO 8601. A day without a
 * year is the next one; of an hour that comes twice it is the first, or the one that is named: «(vintertid)». Undefined
 * when it cannot be read for certain.
 */
export function readTime(written: string, now: Date): WrittenTime | undefined {
  const text = written
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0,]+/g, ' ')
    .replace(/ \((?:sommer|vinter)tid\)$/, '')
    .replace(/\bi morgen tidlig\b/, 'i morgen')
    .trim();
  const isWinter = /\(vintertid\)\s*$/i.test(written);
  if (/^\d{4}-\d\d-\d\dt\d\d:\d\d.*(z|[+-]\d\d:?\d\d)$/.test(text)) {
    const at = new Date(text.toUpperCase());
    return Number.isNaN(at.getTime()) ? undefined : { at, hasClock: true, isSkipped: false };
  }
  const clock =
    /(?:^| |t)(?:kl\.? ?|klokken |klokka )(\d{1,2})(?:[.:]?(\d{2}))?(?:[.:]\d{2})?$|(?:^| |t)(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?$|[ ](\d{1,2})$|[ ](\d{2})(\d{2})$/.exec(
      text,
    );
  const whole = readDay(text, now);
  // «1.11» and «29/03» are days, not hours.
  if (whole !== undefined) return at(whole, undefined, false);
  const first =
    /^(?:(?:kl\.? ?|klokken |klokka )(\d{1,2})(?:[.:](\d{2}))?|(\d{1,2})[.:](\d{2})) (?=\D|\d+\D)/.exec(
      text,
    );
  const [found, said] =
    clock !== null
      ? [clock, text.slice(0, clock.index).trim()]
      : [first, text.slice(first?.[0].length)];
  if (found === null) return undefined;
  const day = readDay(said, now, true);
  const counted = Number(found[1] ?? found[3] ?? found[5] ?? found[6]);
  // «I kveld kl. 8» is at 20.
  const hour = said === 'i kveld' && counted < 12 ? counted + 12 : counted;
  const minute = Number(found[2] ?? found[4] ?? found[7] ?? 0);
  if (day === undefined || minute > 59 || hour > 24) return undefined;
  if (hour === 24) return minute > 0 ? undefined : at(later(day, 1), { hour: 0, minute }, false);
  return at(day, { hour, minute }, isWinter);
}

/**
 * The weekday of what was written with another one, as in «fredag 1/11/2027»: nobody can tell which of the two was meant.
 * Undefined when that is not what is wrong.
 */
export function rightWeekday(written: string, now: Date): string | undefined {
  const [, said = '', rest = ''] =
    /^\s*(?:på )?(\p{L}+)\.?\s+(?:den )?(\d.*)$/u.exec(written) ?? [];
  const isDay =
    said.length >= 3 && weekdays.some((day) => day.startsWith(said.toLowerCase().slice(0, 3)));
  const time = isDay && readTime(written, now) === undefined ? readTime(rest, now) : undefined;
  return time && weekdays[weekdayOf(dayOf(time.at))];
}

/**
 * The moment that was written, for a field; with `isLastDay` a day alone means its last minute. Undefined when it cannot be
 * read for certain, or the clock jumps over it.
 */
export function readWritten(written: unknown, isLastDay: boolean): Date | undefined {
  if (typeof written !== 'string') return undefined;
  const time = readTime(written, new Date());
  if (time?.isSkipped) return undefined;
  const isWhole = isLastDay && time?.hasClock === false;
  return isWhole ? readTime(`${written} kl. 23.59`, new Date())?.at : time?.at;
}

function at(
  day: Day,
  clock: { hour: number; minute: number } | undefined,
  isWinter: boolean,
): WrittenTime {
  const { hour, minute } = clock ?? { hour: 0, minute: 0 };
  const first = inNorway({ ...day, hour, minute });
  const time = isWinter && comesTwice(first) ? new Date(first.getTime() + hourMs) : first;
  return {
    ...{ at: time, hasClock: clock !== undefined },
    isSkipped: partsOf(time).hour !== hour,
  };
}

/** `isBesideClock`: what stands for the hour is not part of it. */
function readDay(written: string, now: Date, isBesideClock = false): Day | undefined {
  const text = written.replace(/^den /, '');
  const today = dayOf(now);
  if (text === 'i dag' || text === 'i kveld') return today;
  if (text === 'i morgen') return later(today, 1);
  if (text === 'i overmorgen') return later(today, 2);
  const weekday = weekdays.indexOf(text.replace(/^på /, ''));
  if (weekday !== -1) return later(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = /^(?:(\p{L}+)\.? )?(\d{1,2})\.? ?([a-z]{3})[a-z]*\.?(?: (\d{4}|\d\d))?$/u.exec(
    text,
  );
  // A year of two figures behind a month by its name is as well an hour.
  if (named?.[4]?.length === 2 && !isBesideClock) return undefined;
  if (named !== null)
    return on(
      named[1],
      yearly(today, Number(named[2]), months.indexOf(named[3] ?? '') + 1, named[4]),
    );
  const counted =
    /^(?:(\p{L}+)\.? )?(\d{1,2})(?:\.|\/|-| )(\d{1,2})(?:(?:[./-]| (?=\d{4}))(\d{4}|\d{2})?)?$/u.exec(
      text,
    );
  return counted === null
    ? undefined
    : on(counted[1], yearly(today, Number(counted[2]), Number(counted[3]), counted[4]));
}

/** A day whose weekday is another than was written is not certain. */
function on(weekday: string | undefined, day: Day | undefined): Day | undefined {
  if (weekday === undefined || day === undefined) return day;
  return weekdays[weekdayOf(day)]?.startsWith(weekday.slice(0, 3)) ? day : undefined;
}

/** Without a year it is the next such day. */
function yearly(today: Day, day: number, month: number, year?: string): Day | undefined {
  if (year !== undefined)
    return valid(year.length === 2 ? 2000 + Number(year) : Number(year), month, day);
  const first = valid(today.year, month, day);
  const isOver = first !== undefined && utcOf(first) < utcOf(today);
  return first === undefined || isOver ? valid(today.year + 1, month, day) : first;
}

function valid(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0;
  return isReal && year > 1900 && year < 2200 ? { year, month, day } : undefined;
}

const utcOf = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day);
const weekdayOf = (day: Day) => new Date(utcOf(day)).getUTCDay();

function later(day: Day, days: number): Day {
  const date = new Date(utcOf(day) + days * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const parts = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
  ...{ hour: 'numeric', minute: 'numeric' },
});

function partsOf(time: Date) {
  const found = new Map(parts.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? 0;
  return {
    ...{ year: part('year'), month: part('month'), day: part('day') },
    ...{ hour: part('hour'), minute: part('minute') },
  };
}

const dayOf = (time: Date): Day => {
  const { year, month, day } = partsOf(time);
  return { year, month, day };
};

/** The instant of a time on Norway's clock: the first where it comes twice, an hour later where it is left out. */
function inNorway({ hour, minute, ...day }: Day & { hour: number; minute: number }): Date {
  const wanted = utcOf(day) + hour * hourMs + minute * 60_000;
  const offsetAt = (time: number) => {
    const shown = partsOf(new Date(time));
    return utcOf(shown) + shown.hour * hourMs + shown.minute * 60_000 - time;
  };
  // A day before and after, whatever the clock does in between.
  const before = wanted - offsetAt(wanted - dayMs);
  const right = [before, wanted - offsetAt(wanted + dayMs)].find(
    (time) => time + offsetAt(time) === wanted,
  );
  return new Date(right ?? before);
}

const long = new Intl.DateTimeFormat('nb-NO', {
  ...{ timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit' },
});

/** «mandag 1. november 2027 kl. 06:00»: so that whoever wrote it sees how it was read. */
export function sayTime(time: Date): string {
  const isSecond = comesTwice(new Date(time.getTime() - hourMs));
  const which = isSecond ? ' (vintertid)' : comesTwice(time) ? ' (sommertid)' : '';
  return `${long.format(time)}${which}`;
}

/** Whether the clock shows the same an hour later: it is put back. */
const comesTwice = (time: Date) => {
  const [one, other] = [partsOf(time), partsOf(new Date(time.getTime() + hourMs))];
  return one.hour === other.hour && one.day === other.day;
};
