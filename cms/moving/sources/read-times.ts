import { readTime } from '../../shared/read-time.ts';

/** ISO 8601 UTC of a time that says its zone, or is in UTC by its format; null for what is none, and for years of noughts. */
export function readUtc(value: string): string | null {
  const found = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$/.exec(value.trim());
  const time = found === null ? NaN : Date.parse(`${found[1] ?? ''}T${found[2] ?? ''}Z`);
  return isoOf(time);
}

/** Of a time on the newsroom's clock: `2021-12-13 08:15:00`. */
export function readLocal(value: string): string | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d:\d\d)(?::\d\d)?)?$/.exec(value.trim());
  if (found === null) return null;
  const [, year = '', month = '', day = '', clock = '00:00'] = found;
  const read = readTime(`${day}.${month}.${year} kl. ${clock}`, new Date());
  return isoOf(read?.at.getTime() ?? NaN);
}

/** Of any form that names its zone (RFC 822, ISO 8601), or has a day alone. */
export const readAny = (value: string): string | null =>
  readLocal(value) ?? (value.trim() === '' ? null : isoOf(Date.parse(value)));

const isoOf = (time: number): string | null =>
  Number.isNaN(time) || time < 0 ? null : new Date(time).toISOString();
