/** What the log says of plans, and who approves one. */
export const planText = {
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
  unpublish: (when: string) => `av nett ${when}`,
} as const;
