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

/**
 * Of any form: as Norwegians write it, day first (`04.03.2022`, `4. mars 2022 kl. 14.30`); one that names its zone (RFC 822,
 * ISO 8601); seconds or milliseconds since 1970. A day without a year is none.
 */
export function readAny(value: string): string | null {
  const written = value.trim();
  if (/^\d{10}$/.test(written)) return isoOf(Number(written) * 1000);
  if (/^\d{13}$/.test(written)) return isoOf(Number(written));
  const local = readLocal(written);
  if (local !== null) return local;
  if (!/(^|\D)\d{4}(\D|$)/.test(written)) return null;
  const isNamed = /[a-z]{3},|GMT|Z$|T\d\d:|[+-]\d\d:?\d\d$/i.test(written);
  const norwegian = isNamed ? undefined : readTime(written, new Date());
  return isoOf(norwegian?.at.getTime() ?? Date.parse(written));
}

/** Before newspapers had readers' services somebody's clock was wrong. */
const earliest = Date.parse('1800-01-01T00:00:00Z');

const isoOf = (time: number): string | null =>
  Number.isNaN(time) || time < earliest ? null : new Date(time).toISOString();
