/** What redirects say. */
export const text = {
  singular: 'Videresending',
  plural: 'Videresendinger',
  from: 'Fra adresse',
  article: 'Til sak',
  to: 'Eller til adresse',
  problems: {
    pathMissing: 'Skriv adressen som en sti på nettstedet, for eksempel /saker/gammel-adresse/.',
    targetMissing: 'Velg en sak, eller skriv adressen leserne skal sendes til.',
  },
} as const;
