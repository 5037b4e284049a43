/** A table for people, on the console: columns as wide as their longest word. */
export function printTable(title: string, columns: string[], rows: string[][]): void {
  const all = [['', ...columns], ...rows];
  const widths = all[0]?.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((word, index) => word.padEnd(widths?.[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  console.log(['', title, ...lines, ''].join('\n'));
}
