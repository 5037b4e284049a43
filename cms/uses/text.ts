/** The Norwegian words of this folder. */
export const text = {
  title: 'Brukt i',
  untitled: 'Uten tittel',
  nowhere: 'Ikke brukt noe sted.',
  draft: '(utkast)',
  unavailable: 'Listen kan ikke vises nå. Last siden på nytt.',
  refused: (titles: readonly string[]) => {
    const named = titles.slice(0, 5).map((title) => `«${title}»`);
    const more = titles.length > 5 ? ` og ${titles.length - 5} til` : '';
    return `Kan ikke slettes: Det er brukt i ${named.join(', ')}${more}. Ta det ut der først.`;
  },
} as const;
