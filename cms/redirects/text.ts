/** What redirects say. */
export const text = {
  singular: 'Videresending',
  plural: 'Videresendinger',
  from: 'Fra adresse',
  article: 'Til sak',
  to: 'Eller til adresse',
  gone: 'Svarer at siden er tatt bort (410)',
  problems: {
    pathMissing: 'Skriv adressen som en sti på nettstedet, for eksempel /saker/gammel-adresse/.',
    targetMissing:
      'Velg en sak, skriv adressen leserne skal sendes til, eller kryss av for at siden er tatt bort.',
  },
} as const;
