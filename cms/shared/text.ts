/** The Norwegian words of this folder. */
export const text = {
  cancel: 'Avbryt',
  close: 'Lukk',
  noConnection:
    'Får ikke kontakt med redaksjonssystemet, så dette er ikke gjort. Det du har skrevet, står her. Prøv igjen om litt.',
  dates: {
    example: '1.11.2027 kl. 6.00',
    exampleDay: '1.11.2027',
    unreadable:
      'Datoen kan ikke leses. Skriv dag først, for eksempel 1.11.2027 kl. 6.00 eller 1. november 2027.',
    skipped: 'Klokka stilles fram den natta, så dette klokkeslettet finnes ikke. Velg et annet.',
    weekday: (day: string) => `Den dagen er en ${day}. Rett ukedagen eller datoen.`,
    missing: 'Skriv en dato.',
  },
} as const;
