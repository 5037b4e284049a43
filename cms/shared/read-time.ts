import { timeZone } from '../../content/model/time-zone.ts';

const months = [
  ...['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'],
];
const weekdays = ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'];
const dayMs = 24 * 3_600_000;

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
}

/**
 * Reads a time as it is written in Norway, day first, on Norway's clock: `01.11.2027 06:00`, `1.11.2027 kl. 6`,
 * `29/03`, `1. november kl. 6.30`, `mandag kl. 8`, `i morgen 06.00`; also ISO 8601. A day without a year is the next
 * one. Undefined when it cannot be read for certain.
 */
export function readTime(written: string, now: Date): WrittenTime | undefined {
  const text = written
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0,]+/g, ' ')
    .trim();
  if (/^\d{4}-\d\d-\d\dt\d\d:\d\d.*(z|[+-]\d\d:?\d\d)$/.test(text)) {
    const at = new Date(text.toUpperCase());
    return Number.isNaN(at.getTime()) ? undefined : { at, hasClock: true };
  }
  const clock =
    /(?:^| |t)(?:kl\.? ?|klokken |klokka )(\d{1,2})(?:[.:]?(\d{2}))?(?:[.:]\d{2})?$|(?:^| |t)(\d{1,2})[.:](\d{2})(?:[.:]\d{2})?$|[ ](\d{1,2})$|[ ](\d{2})(\d{2})$/.exec(
      text,
    );
  const whole = readDay(text, now);
  // «1.11» and «29/03» are days, not hours.
  if (whole !== undefined) return at(whole, undefined);
  if (clock === null) return undefined;
  const said = text.slice(0, clock.index).trim();
  const day = readDay(said, now);
  const counted = Number(clock[1] ?? clock[3] ?? clock[5] ?? clock[6]);
  // «I kveld kl. 8» is at 20.
  const hour = said === 'i kveld' && counted < 12 ? counted + 12 : counted;
  const minute = Number(clock[2] ?? clock[4] ?? clock[7] ?? 0);
  return day === undefined || hour > 23 || minute > 59 ? undefined : at(day, { hour, minute });
}

function at(day: Day, clock: { hour: number; minute: number } | undefined): WrittenTime {
  const { hour, minute } = clock ?? { hour: 0, minute: 0 };
  return { at: inNorway({ ...day, hour, minute }), hasClock: clock !== undefined };
}

function readDay(text: string, now: Date): Day | undefined {
  const today = dayOf(now);
  if (text === 'i dag' || text === 'i kveld') return today;
  if (text === 'i morgen') return later(today, 1);
  if (text === 'i overmorgen') return later(today, 2);
  const weekday = weekdays.indexOf(text.replace(/^på /, ''));
  if (weekday !== -1) return later(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  // A year of two figures behind a month by its name is as well an hour.
  const named = /^(?:(\p{L}+)\.? )?(\d{1,2})\.? ([a-z]{3})[a-z]*\.?(?: (\d{4}))?$/u.exec(text);
  if (named !== null)
    return on(
      named[1],
      yearly(today, Number(named[2]), months.indexOf(named[3] ?? '') + 1, named[4]),
    );
  const counted =
    /^(?:(\p{L}+)\.? )?(\d{1,2})(?:\.|\/|-| )(\d{1,2})(?:(?:\.|\/|-| )(\d{4}|\d{2})?)?$/u.exec(
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

/** The instant of a time on Norway's clock; of one that is left out in spring, the same time an hour later. */
function inNorway({ hour, minute, ...day }: Day & { hour: number; minute: number }): Date {
  const wanted = utcOf(day) + hour * 3_600_000 + minute * 60_000;
  const offsetAt = (time: number) => {
    const shown = partsOf(new Date(time));
    return utcOf(shown) + shown.hour * 3_600_000 + shown.minute * 60_000 - time;
  };
  const first = wanted - offsetAt(wanted);
  return new Date(wanted - offsetAt(first));
}

const long = new Intl.DateTimeFormat('nb-NO', {
  ...{ timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit' },
});

/** «mandag 1. november 2027 kl. 06:00»: so that whoever wrote it sees how it was read. */
export const sayTime = (time: Date): string => long.format(time);
