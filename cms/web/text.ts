/** The Norwegian words of this folder. */
export const text = {
  fallbackName: 'Publikasjonen',
  toSite: 'Til forsiden',
} as const;
