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
  unpublish: (when: string) => `av nett ${when}`,
} as const;
