/** What accounts say. */
export const text = {
  singular: 'Bruker',
  plural: 'Brukere',
  name: 'Navn',
  role: 'Rolle',
  code: 'Engangskode',
  codeHelp:
    'Står i adressen som «npm start» skriver ut, og i filen setup-code i datamappen. Den virker én gang.',
  wrongCode:
    'Koden mangler eller er feil. Åpne adressen som «npm start» skriver ut, eller hent koden i filen setup-code i datamappen.',
  alreadyThere: 'Det finnes alt en administrator. Logg inn, eller be henne lage en bruker til deg.',
  presentPassword: 'Nåværende passord',
  presentPasswordHelp: 'Trengs bare når du bytter passord eller e-postadresse.',
  presentPasswordWrong:
    'Skriv passordet du har nå, i feltet «Nåværende passord», for å bytte passord eller e-postadresse.',
  addressChanged: {
    subject: 'E-postadressen din i Kundefront er byttet',
    text: 'Kontoen din i Kundefront har fått en annen e-postadresse. Var det ikke du som byttet den, så si fra til en administrator med en gang.',
  },
  resetMail: (url: string) => ({
    subject: 'Nytt passord i Kundefront',
    text: `Noen, trolig du, har bedt om nytt passord til kontoen din i Kundefront. Velg det her innen en time:\n\n${url}\n\nVar det ikke du, trenger du ikke å gjøre noe: passordet ditt er som før.`,
  }),
  badAddress: 'E-postadressen er ikke gyldig.',
  badPassword: {
    short: 'Passordet må ha minst 12 tegn. Et par vanlige ord etter hverandre holder.',
    long: 'Passordet kan ha høyst 1000 tegn.',
    common:
      'Passordet er blant dem som blir gjettet først. Velg minst 12 tegn som ikke er et kjent passord, for eksempel fire ord etter hverandre.',
  },
  problems: {
    tooManyLogins: (seconds: number) =>
      `For mange feil innlogginger herfra. Prøv igjen om ${seconds < 90 ? `${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}` : `${Math.ceil(seconds / 60)} minutter`}.`,
    tooManyResets: (seconds: number) =>
      `Herfra er det bedt om nytt passord mange ganger. Prøv igjen om ${Math.ceil(seconds / 60)} minutter.`,
    noAddress: 'Skriv e-postadressen du logger inn med.',
    lastAdmin: 'Det må finnes minst én administrator. Gjør noen andre til administrator først.',
    firstUserElsewhere: 'Den første brukeren lages med «npm run admin:create» på serveren.',
  },
} as const;
