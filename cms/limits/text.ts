/** What is too long, how much is allowed, and how long to wait. */
export const text = {
  bodyTooLarge:
    'Det som ble sendt, er for stort, så ingenting er lagret. Del det i mindre deler, eller gjør bildet mindre.',
  addressUnreadable: 'Adressen kan ikke leses. Se etter tegn som ikke hører hjemme i den.',
  missing: (field: string) => `Fyll ut «${field}».`,
  notHere: 'Her er det ingenting.',
  queryTooLarge:
    'Spørringen er for stor: færre vilkår, kortere verdier eller færre felt å sortere etter.',
  queryUnreadable:
    'Spørringen kan ikke besvares: sammenlign felt med tall, tekst eller datoer, og skriv sidetall som tall.',
  queryTooDeep:
    'Spørringen går inn i en tekst eller over to dokumenter. Spør etter felt i dokumentet selv, eller i ett det viser til.',
  tooLong: (most: number) =>
    `Teksten er for lang: høyst ${most.toLocaleString('nb-NO')} tegn. Kort den ned.`,
  time: (seconds: number) =>
    seconds < 90
      ? `${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}`
      : `${Math.ceil(seconds / 60)} minutter`,
  tooMany: (most: number) => `Det er for mange: høyst ${most.toLocaleString('nb-NO')}. Fjern noen.`,
} as const;
