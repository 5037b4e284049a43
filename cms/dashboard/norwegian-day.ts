import { timeZone } from '../../content/model/time-zone.ts';
import { readTime } from '../shared/read-time.ts';

const dayMs = 24 * 3_600_000;
const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone });
const clock = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone });

/** The day of a time in Norway, `YYYY-MM-DD`. */
export const dayOf = (at: string | Date): string => day.format(new Date(at));

/** Its time of day there, `10:30`. */
export const clockOf = (at: string | Date): string => clock.format(new Date(at));

/** So many days later. Days have no hours: noon of UTC is in the middle of each. */
export const daysAfter = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The Monday of its week. */
export const mondayOf = (of: string): string =>
  daysAfter(of, -((new Date(`${of}T12:00:00Z`).getUTCDay() + 6) % 7));

/** A time of day on a day, as an instant; undefined when there is no such day. */
export function atClock(on: string, time: string): Date | undefined {
  const [year = '', month = '', date = ''] = on.split('-');
  return readTime(`${date}.${month}.${year} kl. ${time}`, new Date())?.at;
}
