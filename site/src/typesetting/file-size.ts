const figures = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 1 });

/** How large a file is, as readers say it: «2,4 MB», «640 kB». */
export function fileSize(bytes: number): string {
  const [value, unit] =
    bytes < 1_000_000 ? [Math.ceil(bytes / 1000), 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${figures.format(value)}\u00a0${unit}`;
}
