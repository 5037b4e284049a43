import { text as limits } from '../limits/text.ts';

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
  noFirstUserHere: {
    title: 'Her er det ingen brukere',
    sentence:
      'Denne adressen er åpen for alle, så den første brukeren lages med «npm run admin:create» på serveren. Ventet du å finne redaksjonen din her? Da peker DATA_DIR trolig på feil mappe.',
  },
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
  security: {
    label: 'Innlogging',
    secondFactorRoles: 'Totrinnsinnlogging kreves av',
    secondFactorRolesHelp:
      'Alle med disse rollene må skrive en kode fra en app på telefonen når de logger inn. Den som ikke har satt det opp, gjør det ved neste innlogging.',
  },
  secondFactor: {
    title: 'Totrinnsinnlogging',
    explained:
      'Med totrinnsinnlogging skriver du en kode fra en app på telefonen i tillegg til passordet. Da holder det ikke å kjenne passordet ditt.',
    since: (when: string) => `Slått på ${when}.`,
    recoveryLeft: (count: number) =>
      count === 0
        ? 'Ingen gjenopprettingskoder igjen. Slå av og på igjen for å få nye.'
        : `${count} gjenopprettingskoder igjen.`,
    off: 'Av.',
    required: 'Rollen krever det.',
    begin: 'Slå på',
    remove: 'Slå av',
    cancel: 'Avbryt',
    removeOther: 'Slå av for denne brukeren',
    removeOtherHelp:
      'For den som har mistet telefonen og gjenopprettingskodene. Vær sikker på at det er henne du snakker med.',
    password: 'Nåværende passord',
    goOn: 'Fortsett',
    scan: 'Les av bildet med en app for engangskoder, for eksempel den som følger med telefonen, eller skriv inn nøkkelen. Skriv så koden appen viser.',
    picture: 'Bilde som appen leser av',
    secret: 'Nøkkel',
    code: 'Engangskode',
    codeHelp: 'Seks siffer fra appen, eller en gjenopprettingskode.',
    confirm: 'Slå på',
    codes:
      'Skriv ut disse gjenopprettingskodene eller legg dem et trygt sted. Hver av dem slipper deg inn én gang når du ikke har telefonen. De vises bare nå.',
    codesKept: 'Jeg har tatt vare på dem',
    codeNeeded: 'Skriv koden fra appen din.',
    setupNeeded: 'Rollen din krever totrinnsinnlogging. Sett den opp her, så er du inne.',
    wrongCode: 'Koden er feil eller brukt. Vent på den neste i appen, og prøv igjen.',
    alreadyOn: 'Totrinnsinnlogging er alt på.',
    changedMeanwhile: 'Noe ble endret samtidig. Last siden på nytt og prøv igjen.',
    unavailable: 'Fikk ikke svar. Last siden på nytt.',
  },
  sessions: {
    title: 'Innlogginger',
    explained:
      'Her er denne kontoen logget inn. Kjenner du ikke igjen en, så avslutt den og bytt passord.',
    since: (since: string, until: string) => `Siden ${since}, utløper ${until}`,
    isThis: 'denne nettleseren',
    end: 'Avslutt',
    endOthers: 'Avslutt alle andre',
    none: 'Ikke logget inn noe sted.',
    unavailable: 'Fikk ikke svar. Last siden på nytt.',
  },
  badAddress: 'E-postadressen er ikke gyldig.',
  badPassword: {
    short: 'Passordet må ha minst 12 tegn. Et par vanlige ord etter hverandre holder.',
    long: 'Passordet kan ha høyst 1000 tegn.',
    common:
      'Passordet er blant dem som blir gjettet først. Velg minst 12 tegn som ikke er et kjent passord, for eksempel fire ord etter hverandre.',
  },
  problems: {
    waiting:
      'Kontoen din ble endret etter sikkerhetskopien som er lagt tilbake. Be en administrator gi den et nytt passord.',
    tooManyLogins: (seconds: number) =>
      `For mange feil innlogginger herfra. Prøv igjen om ${limits.time(seconds)}.`,
    tooManyResets: (seconds: number) =>
      `Herfra er det bedt om nytt passord mange ganger. Prøv igjen om ${limits.time(seconds)}.`,
    noAddress: 'Skriv e-postadressen du logger inn med.',
    lastAdmin: 'Det må finnes minst én administrator. Gjør noen andre til administrator først.',
    firstUserElsewhere: 'Den første brukeren lages med «npm run admin:create» på serveren.',
  },
} as const;
