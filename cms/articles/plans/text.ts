/** What the log says of plans. */
export const planText = {
  publish: (when: string) => `publisering ${when}`,
  changed: {
    media: (name: string) => `bildet «${name}»`,
    authors: (name: string) => `skribenten ${name}`,
    organisations: (name: string) => `virksomheten ${name}`,
    categories: (name: string) => `temaet «${name}»`,
    series: (name: string) => `serien «${name}»`,
  },
  unpublish: (when: string) => `av nett ${when}`,
} as const;
