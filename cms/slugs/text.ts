/** What addresses say. */
export const text = {
  /** What an address is made of when the title has no letter or digit. */
  fallbacks: {
    articles: 'sak',
    authors: 'skribent',
    categories: 'tema',
    series: 'serie',
    organisations: 'virksomhet',
  },
  problems: {
    slugTaken: (slug: string) =>
      `Adressen «${slug}» er i bruk. Velg en annen, eller la feltet stå tomt, så lages en ledig.`,
    slugEmpty: 'Adressen må ha minst én bokstav eller ett tall.',
  },
} as const;
