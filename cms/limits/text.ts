/** What is too long, and how much is allowed. */
export const text = {
  bodyTooLarge:
    'Det som ble sendt, er for stort, så ingenting er lagret. Del det i mindre deler, eller gjør bildet mindre.',
  queryTooLarge:
    'Spørringen er for stor: færre vilkår, kortere verdier eller færre felt å sortere etter.',
  queryTooDeep:
    'Spørringen går inn i en tekst eller over to dokumenter. Spør etter felt i dokumentet selv, eller i ett det viser til.',
  tooLong: (most: number) =>
    `Teksten er for lang: høyst ${most.toLocaleString('nb-NO')} tegn. Kort den ned.`,
  tooMany: (most: number) => `Det er for mange: høyst ${most.toLocaleString('nb-NO')}. Fjern noen.`,
} as const;
