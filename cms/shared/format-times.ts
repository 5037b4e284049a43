import { text } from '../text.ts';
import { timeZone } from '../../content/model/time-zone.ts';

const clock = new Intl.DateTimeFormat('nb-NO', { timeStyle: 'medium', timeZone });
const minute = new Intl.DateTimeFormat('nb-NO', { timeStyle: 'short', timeZone });
const day = new Intl.DateTimeFormat('nb-NO', { day: 'numeric', month: 'long', timeZone });
const wholeDay = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeZone });
const today = new Intl.DateTimeFormat('nb-NO', {
  ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone },
});
const seconds = new Intl.NumberFormat('nb-NO', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** `1. november 2027`. `at` is ISO 8601. */
export const formatDay = (at: string): string => wholeDay.format(new Date(at));

/** `mandag 1. november`. */
export const formatToday = (now: Date): string => today.format(now);

/** Time of day to the second, with the date when it is not today. `at` is ISO 8601. */
export const formatClock = (at: string, now: Date): string => formatTime(clock, at, now);

/** The same, to the minute. */
export const formatMinute = (at: string, now: Date): string => formatTime(minute, at, now);

/** The same, always with its date: what is kept is read on another day. `at` is ISO 8601. */
export const formatDayAndMinute = (at: string): string => formatMinute(at, new Date(0));

function formatTime(format: Intl.DateTimeFormat, at: string, now: Date): string {
  const time = new Date(at);
  const hours = format.format(time).replaceAll('.', ':');
  return day.format(time) === day.format(now) ? hours : text.time(day.format(time), hours);
}

/** `0,14 s`, `42 s`, `3 min 5 s`, `2 t 10 min`. */
export function formatDuration(milliseconds: number): string {
  const whole = Math.round(milliseconds / 1000);
  if (milliseconds < 10_000) return `${seconds.format(Math.max(0, milliseconds) / 1000)} s`;
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} t ${Math.floor((whole % 3600) / 60)} min`;
}
