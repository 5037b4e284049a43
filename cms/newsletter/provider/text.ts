/** Whether mail leaves the house, and is believed elsewhere. In bokmål. */
export const text = {
  title: 'Kommer e-posten frem?',
  lead: 'Send en prøve til deg selv, og sjekk at domenet sier at e-posten er deres. Uten det havner brevene lett i søppelposten.',
  sendTest: 'Send en prøve til meg',
  sending: 'Sender …',
  sent: (to: string) =>
    `Prøven er sendt til ${to}. Kommer den ikke innen noen minutter, se i søppelposten, og sjekk domenet.`,
  testFailed: 'Prøven ble ikke sendt. Prøv igjen om litt.',
  testRefused: 'E-posttjenesten tok ikke imot prøven. Hvorfor står i loggen.',
  test: {
    subject: 'Prøve fra Kundefront',
    text: 'Denne e-posten er en prøve. Leser du den i innboksen, kommer e-posten frem. Ligger den i søppelposten, bør dere sjekke domenet under Nyhetsbrev – Innstillinger.',
  },
  check: 'Sjekk domenet',
  asking: 'Slår opp …',
  unavailable: 'Får ikke sjekket domenet nå. Prøv igjen om litt.',
  of: (domain: string) => `Domenet ${domain}`,
  states: { good: 'i orden', missing: 'mangler', wrong: 'feil', unknown: 'ikke sjekket' },
  type: 'Type',
  host: 'Navn',
  value: 'Verdi',
  fromProvider: 'Står hos Resend, under Domains. Kopier den derfra.',
  unknown: 'Navnetjenesten svarte ikke. Prøv igjen om litt.',
  dkim: {
    good: 'Brevene er signert, og mottakeren finner nøkkelen.',
    missing:
      'Mottakeren finner ikke nøkkelen som viser at brevene er deres. Skriv denne hos den som har domenet:',
    wrong: 'Nøkkelen er tom, eller det er flere av den. La bare denne stå:',
  },
  spf: {
    good: 'E-posttjenesten har lov til å sende for dere.',
    missing:
      'Ingenting sier at e-posttjenesten har lov til å sende for dere. Skriv denne hos den som har domenet:',
    several: 'Det er flere SPF-linjer, og da gjelder ingen av dem. La bare denne stå:',
    others: (record: string) =>
      `Det som står (${record}), gir ikke e-posttjenesten lov. Bytt det ut med denne:`,
  },
  mx: {
    good: 'Returer kommer tilbake til e-posttjenesten, så den kan slutte å sende til adresser som ikke virker.',
    missing: 'Returer kommer ikke tilbake. Skriv denne hos den som har domenet:',
    others: (found: string) =>
      `Returer går til ${found}, ikke til e-posttjenesten. Bytt det ut med denne:`,
  },
  dmarc: {
    none: 'Dere ber mottakere si fra om falske brev. Når alt over er i orden, kan p=none bli p=quarantine.',
    quarantine: 'Mottakere legger falske brev i søppelposten.',
    reject: 'Mottakere avviser falske brev.',
    missing:
      'Gmail og Yahoo krever denne av dem som sender til mange. Skriv den hos den som har domenet:',
    several: 'Det er flere DMARC-linjer, og da gjelder ingen av dem. La bare denne stå:',
    wrong: (record: string) => `Linjen kan ikke leses (${record}). Bytt den ut med denne:`,
  },
} as const;
