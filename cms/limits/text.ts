/** What is too long, and how much is allowed. */
export const text = {
  bodyTooLarge:
    'Det som ble sendt, er for stort, så ingenting er lagret. Del det i mindre deler, eller gjør bildet mindre.',
  tooLong: (most: number) =>
    `Teksten er for lang: høyst ${most.toLocaleString('nb-NO')} tegn. Kort den ned.`,
  tooMany: (most: number) => `Det er for mange: høyst ${most.toLocaleString('nb-NO')}. Fjern noen.`,
} as const;
