/** What the log says of plans, and who approves one. */
export const planText = {
  changes: {
    heading: 'Hva er endret?',
    approve: 'Godkjenn endringen',
    approving: 'Godkjenner …',
    close: 'Lukk',
    loading: 'Sammenligner …',
    unavailable: 'Endringene kan ikke vises nå. Lukk, og prøv igjen.',
    none: 'Leserne ville ikke se noen forskjell.',
    before: { approved: 'Det som ble godkjent', out: 'Det leserne ser', nothing: 'Før' },
    after: 'Utkastet nå',
    see: 'Se endringene',
    gone: 'slettet',
    sameWords: 'Ordene er de samme. Utheving, nivåer eller lignende er endret.',
  },
  published: {
    heading: 'Saken er planlagt',
    why: (when: string) =>
      `Den er planlagt publisert: ${when}. Publiserer du nå, går den ut slik den er nå, og planen faller bort.`,
    confirm: 'Publiser nå',
    underway: 'Publiserer …',
    kept: 'Saken er publisert, men planen ble ikke fjernet. Fjern den under «Planlegg …».',
  },
  publish: (when: string) => `publisering ${when}`,
  changed: {
    media: (name: string) => `bildet «${name}»`,
    authors: (name: string) => `skribenten ${name}`,
    organisations: (name: string) => `virksomheten ${name}`,
    categories: (name: string) => `temaet «${name}»`,
    series: (name: string) => `serien «${name}»`,
  },
  changedSince:
    'Saken er lagret på nytt siden du åpnet den. Last siden på nytt, les endringen og godkjenn den da.',
  fromBackup:
    'Planen kom med sikkerhetskopien, og tiden var ute før kopien ble lagt inn. Se om saken er som den skal være. Skal planen fortsatt gjennomføres, legg den på nytt.',
  takenOff:
    'Saken ble tatt av nett etter at planen ble godkjent, så den er ikke publisert igjen. Skal den ut likevel, planlegg eller publiser på nytt.',
  overtaken:
    'Saken ble publisert på nytt etter at planen ble godkjent, så det planlagte er ikke lagt over. Se hva som er ute, og planlegg eller publiser på nytt.',
  savedSince:
    'Saken er lagret på nytt siden du åpnet den, så ingenting ble planlagt. Last siden på nytt, les endringen og planlegg den da.',
  unreadable: 'Skriv dag og klokkeslett, for eksempel 1.11.2027 kl. 6.',
  past: 'Tidspunktet er passert. Skriv et som kommer.',
  tooFar: 'Tidspunktet er mer enn fem år frem. Se på årstallet.',
  held: 'holdes til noen slipper den',
  dialogue: {
    action: 'Planlegg …',
    heading: 'Planlegg',
    confirm: 'Planlegg',
    underway: 'Planlegger …',
    what: 'Hva skal skje?',
    types: {
      publish: 'Publiser',
      unpublish: 'Ta av nett',
      hold: 'Hold: publiseres når noen slipper den',
    },
    when: 'Når?',
    whenHelp: 'Dag først, norsk tid: 1.11.2027 kl. 6, mandag kl. 8, i morgen 06.00',
    noClock: 'Skriv klokkeslettet også.',
    asNow: 'Det er saken slik den er lagret nå, som går ut. Endringer etterpå må godkjennes.',
    planned: 'Planlagt fra før',
    drop: 'Fjern',
    release: 'Slipp nå',
    failed: 'Det gikk ikke. Prøv igjen om litt.',
    unavailable: 'Planene kan ikke hentes nå.',
    failedPlan: 'ble ikke gjennomført',
  },
  unpublish: (when: string) => `av nett ${when}`,
} as const;
