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
  passwordTooShort: 'Passordet må ha minst 12 tegn. Et par vanlige ord etter hverandre holder.',
  problems: {
    tooManyLogins: (seconds: number) =>
      `For mange feil innlogginger herfra. Prøv igjen om ${seconds < 90 ? `${seconds} ${seconds === 1 ? 'sekund' : 'sekunder'}` : `${Math.ceil(seconds / 60)} minutter`}.`,
    lastAdmin: 'Det må finnes minst én administrator. Gjør noen andre til administrator først.',
    firstUserElsewhere: 'Den første brukeren lages med «npm run admin:create» på serveren.',
  },
} as const;
