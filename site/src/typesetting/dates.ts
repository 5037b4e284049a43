import { timeZone } from '../../../content/model/time-zone.ts';
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('nb-NO', { timeZone, ...options });

const dayFormat = format({ day: 'numeric', month: 'long', year: 'numeric' });
const clockFormat = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const yearFormat = format({ year: 'numeric' });

/** Formatting costs more than looking it up, and a card stands on several pages. */
const days = new Map<string, string>();
const mostDays = 20_000;

/** `4. mars 2025`, Norwegian time. Takes ISO 8601. */
export function longDay(iso: string): string {
  const day = days.get(iso) ?? noBreak(dayFormat.format(new Date(iso)));
  if (days.size >= mostDays) days.clear();
  days.set(iso, day);
  return day;
}

/** `05.45` */
export const clock = (iso: string) => clockFormat.format(new Date(iso)).replace(':', '.');

export const year = (iso: string) => Number(yearFormat.format(new Date(iso)));

const monthFormat = format({ month: 'long' });
const monthsOf = format({ year: 'numeric', month: '2-digit' });

const dayOf = format({ year: 'numeric', month: '2-digit', day: '2-digit' });

/** A day of the calendar in Norway, to be compared with others alone. Takes ms since 1970. */
export const calendarDay = (time: number) => dayOf.format(time);

/** `kl. 05.45` for what is of today (as `calendarDay` has it), else its day. */
export const cardTime = (iso: string, today: string | undefined) =>
  today === dayOf.format(new Date(iso)) ? `kl.\u00a0${clock(iso)}` : longDay(iso);

/** `2026-03`, in Norwegian time. */
export function monthOf(iso: string): string {
  const parts = monthsOf.formatToParts(new Date(iso));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}`;
}

/** `mars` of `2026-03`. */
export const monthName = (month: string) => monthFormat.format(new Date(`${month}-15T12:00:00Z`));

/** The first space of a date, after the day, never breaks a line. */
function noBreak(date: string): string {
  return date.replace(' ', '\u00a0');
}
