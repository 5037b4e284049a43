import { readTime } from '../../../shared/read-time.ts';

/**
 * A time in a file, as ISO 8601 UTC: ISO 8601, or as it is written in Norway, day first and with its year
 * (`01.03.2025 09:05`, `1. mars 2025`). Without a zone it is Norway's clock, or UTC where the file's maker writes so.
 * Null for an empty cell, undefined for what cannot be read for certain or has not been yet.
 */
export function readFileTime(
  cell: string,
  { clock, now }: { clock: 'UTC' | 'Norway'; now: Date },
): string | null | undefined {
  const text = cell.trim();
  if (text === '') return null;
  const at = timeOf(text, { clock, now });
  return at === undefined || at.getTime() > now.getTime() || at.getUTCFullYear() < 1990
    ? undefined
    : at.toISOString();
}

const iso =
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?<zone>\s?(?:Z|UTC|[+-]\d\d(?::?\d\d)?))?$/i;

const hasYear = /\d{4}|^\d{1,2}([./-])\d{1,2}\1\d\d(?!\d)/;

function timeOf(text: string, { clock, now }: { clock: string; now: Date }): Date | undefined {
  const match = iso.exec(text);
  if (match === null) {
    // Without a year it could be any.
    return hasYear.test(text) ? readTime(text, now)?.at : undefined;
  }
  const zone = match.groups?.['zone']?.trim();
  const plain = text
    .slice(0, text.length - (match.groups?.['zone']?.length ?? 0))
    .replace(' ', 'T');
  const time = plain.length === 10 ? `${plain}T00:00` : plain;
  if (zone !== undefined || clock === 'UTC') {
    const isUtc = zone === undefined || /^(z|utc)$/i.test(zone);
    // Some leave the minutes out; `Date` wants them.
    const at = new Date(`${time}${isUtc ? 'Z' : zone.replace(/^([+-]\d\d)$/, '$1:00')}`);
    return Number.isNaN(at.getTime()) || !isSameDay(at, plain, zone) ? undefined : at;
  }
  return readTime(time.replace('T', ' ').replace(/(:\d\d)\.\d+$/, '$1'), now)?.at;
}

/** `Date` rolls 31 February over to March; such a cell is none. */
function isSameDay(at: Date, plain: string, zone: string | undefined): boolean {
  if (zone !== undefined && !/^(z|utc)$/i.test(zone)) return true;
  return at.toISOString().startsWith(plain.slice(0, 10));
}
