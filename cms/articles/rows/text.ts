/** The Norwegian words of this folder. */
export const text = {
  help: 'Lim inn fra Excel, Word eller en nettside. En linje er en rad; mellom cellene står tabulator.',
  empty: 'Lim inn eller skriv minst én rad.',
  tooLarge: (rows: number, columns: number) =>
    `Tabellen er for stor: høyst ${String(rows)} rader og ${String(columns)} kolonner. Legg resten i en fil.`,
} as const;
