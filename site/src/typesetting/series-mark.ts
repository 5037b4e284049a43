/** `#48 | Bergen`: where a part stands in its series, and where it was written. Empty for neither. */
export const seriesMark = (number: number | null, place: string | null): string =>
  [number === null ? '' : `#${String(number)}`, place ?? '']
    .filter((part) => part !== '')
    .join(' | ');
