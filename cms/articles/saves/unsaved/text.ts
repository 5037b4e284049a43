/** What is said about text that is not saved. In bokmål. */
export const text = {
  unsaved: (clock: string) => `Ikke lagret siden ${clock} – prøver igjen.`,
  refused: (clock: string) => `Ikke lagret siden ${clock}. Rett dette, så lagres alt:`,
  kept: 'Teksten er tatt vare på i denne nettleseren så lenge.',
  notKept: 'Nettleseren tar ikke vare på teksten: ikke lukk fanen.',
  loggedOut: (clock: string) =>
    `Du er logget ut. Det du har skrevet etter ${clock}, er ikke lagret.`,
  logIn: 'Logg inn i en ny fane',
  thenSaved: 'Da lagres teksten av seg selv.',
  stuck: 'Alt er lagret, men siden svarer ikke lenger som den skal.',
  reload: 'Last siden på nytt',
  gone: 'Saken er slettet av noen andre.',
  goneHelp: 'Det du ser her, er ikke lagret noe sted. Lag en ny sak av det, eller kopier det.',
  saveAsNew: 'Lag en ny sak av teksten',
  found: (time: string) => `Her er tekst som ikke ble lagret (${time}).`,
  foundHelp:
    'Fanen ble lukket eller nettet falt ut. Henter du den frem, blir det som er lagret nå, liggende som en versjon.',
  restore: 'Hent den frem',
  copy: 'Kopier den',
  discard: 'Kast den',
  copied: 'Teksten er kopiert.',
  failed: 'Det gikk ikke. Prøv igjen om litt; teksten ligger her fortsatt.',
} as const;
