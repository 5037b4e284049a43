const units: Record<string, number> = { m: 60_000, h: 3_600_000, d: 24 * 3_600_000 };

/** `30m`, `6h` or `2d` in milliseconds; undefined when it is none of these. */
export function parseDuration(duration: string): number | undefined {
  const [, count, unit = ''] = /^([1-9]\d{0,3})([mhd])$/.exec(duration) ?? [];
  const factor = units[unit];
  return factor === undefined ? undefined : Number(count) * factor;
}
