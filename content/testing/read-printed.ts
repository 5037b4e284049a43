/** Lines of `what is typed | what is printed`; `~` is a no-break space. What has one half only stays as it is. */
export const readPrinted = (table: string): (readonly [typed: string, printed: string])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' | ').map((half) => half.replaceAll('~', '\u00a0')))
    .map(([typed = '', printed = typed]) => [typed, printed] as const);
