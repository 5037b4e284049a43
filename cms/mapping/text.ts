/** The words that end up in addresses inside a page. */
export const text = {
  anchor: { section: 'avsnitt', question: 'sporsmal' },
} as const;
