/** What the log says of plans. */
export const planText = {
  publish: (when: string) => `publisering ${when}`,
  unpublish: (when: string) => `av nett ${when}`,
} as const;
