/** The admin's words that several subjects share; those of one stand in its own `text.ts`. */
export const text = {
  changedMeanwhile:
    'Noe har skjedd her siden du åpnet siden. Last den på nytt, og se om det fortsatt skal gjøres.',
  groups: { editorial: 'Redaksjon', people: 'Folk og virksomheter', system: 'Oppsett' },
  roles: { admin: 'Administrator', editor: 'Redaktør', writer: 'Skribent' },
  articles: {
    singular: 'Sak',
    plural: 'Saker',
    title: 'Tittel',
    lead: 'Ingress',
    titleHelp: 'Hele tittelen leses i e-post og søk når den er på høyst 50 tegn.',
    places: { mail: 'innboksen på en mobil', search: 'treff hos søkemotorer', card: 'delingskort' },
    length: (count: number, cut: readonly string[]) => {
      const signs = `${count} tegn.`;
      if (cut.length === 0) return `${signs} Leses i sin helhet overalt.`;
      const list = cut.length === 1 ? cut[0] : `${cut.slice(0, -1).join(', ')} og ${cut.at(-1)}`;
      return `${signs} Kuttes i ${list}.`;
    },
    leadHelp: 'To–tre setninger som får noen til å lese. Vises også i lister, strømmer og e-post.',
    heroImage: 'Hovedbilde',
    body: 'Tekst',
    slug: 'Adresse',
    slugHelp:
      'Lages av tittelen og står fast når saken er publisert. Endrer du den senere, sendes leserne videre av seg selv.',
    kind: 'Type',
    kinds: { news: 'Nyhet', interview: 'Intervju', post: 'Blogginnlegg' },
    authors: 'Skribenter',
    category: 'Tema',
    tags: 'Stikkord',
    series: 'Serie',
    seriesNumber: 'Nummer i serien',
    place: 'Sted',
    placeHelp: 'For eksempel Bergen. Vises som «#48 | BERGEN».',
    interviewees: 'Intervjuede',
    quotes: 'Sitatsjekk',
    portrait: 'Portrett',
    portraitHelp: 'Står ved navnet øverst i intervjuet. Har dere et bilde fra før, velg det.',
    interviewee: { singular: 'Person', plural: 'Personer' },
    name: 'Navn',
    role: 'Rolle',
    organisation: 'Virksomhet',
    organisations: 'Omtalte virksomheter',
    related: 'Les også',
    relatedHelp: 'Tomt felt: nettstedet finner dem selv.',
    organisationsHelp: 'Har vi en interesse i en av dem, skrives åpenhetsmerknaden av seg selv.',
    marking: 'Merking',
    markings: { editorial: 'Redaksjonelt', sponsored: 'Annonsørinnhold', advert: 'Annonse' },
    sponsor: 'Sponsor',
    corrections: 'Rettelser',
    correction: { singular: 'Rettelse', plural: 'Rettelser' },
    correctedAt: 'Rettet',
    correctionText: 'Hva var feil, og hva er riktig',
    publishedAt: 'Publisert',
    publishedAtHelp: 'Settes når saken publiseres. For å publisere senere: «Planlegg …».',
    sendAlert: 'Send e-post til abonnentene',
    sendAlertHelp: 'Går én gang, når saken er ute. Endringer senere sender ikke på nytt.',
    noAlert: {
      paid: 'Av fordi saken er betalt innhold. Kryss av hvis abonnentene likevel skal ha den.',
      old: 'Av fordi saken er datert mer enn sju dager tilbake. Kryss av hvis abonnentene likevel skal ha den.',
    },
  },
  authors: {
    singular: 'Skribent',
    plural: 'Skribenter',
    role: 'Tittel i redaksjonen',
    bio: 'Om skribenten',
    photo: 'Portrett',
  },
  categories: { singular: 'Tema', plural: 'Temaer' },
  series: { singular: 'Serie', plural: 'Serier' },
  organisations: {
    singular: 'Virksomhet',
    plural: 'Virksomheter',
    about: 'Fakta',
    source: 'Kilde',
    checkedAt: 'Sist kontrollert',
    interest: 'Vår interesse',
    interests: {
      none: 'Ingen',
      owner: 'Eier publikasjonen',
      sponsor: 'Sponsor',
      board: 'Felles styremedlem',
    },
    disclosure: 'Åpenhetsmerknad',
    disclosureHelp: 'Setningen leserne ser hver gang virksomheten omtales eller intervjues.',
  },
  fields: {
    name: 'Navn',
    slug: 'Adresse',
    description: 'Beskrivelse',
    links: 'Lenker',
    link: { singular: 'Lenke', plural: 'Lenker' },
    label: 'Tekst',
    url: 'Nettadresse',
  },
  health: {
    notStarted: 'Avstemmingen har ikke startet.',
    failing: (loop: string, problem: string) => `Avstemmingen «${loop}» feiler: ${problem}`,
    silent: (loop: string) => `Avstemmingen «${loop}» står stille.`,
  },
  time: (date: string, clock: string) => `${date} kl. ${clock}`,
  timezone: 'Norsk tid',
  preview: { phone: 'Telefon', desktop: 'Skjerm' },
  linkPlace: 'Sted i saken',
  languages: {
    ...{ nn: 'Nynorsk', en: 'Engelsk', se: 'Nordsamisk', sv: 'Svensk' },
    ...{ da: 'Dansk', de: 'Tysk', fr: 'Fransk' },
  },
  problems: {
    titleMissing: 'Skriv en tittel før saken publiseres.',
    leadMissing: 'Skriv en ingress før saken publiseres. Den vises i lister, strømmer og e-post.',
    futureDate:
      'Publiseringstiden ligger frem i tid. Velg «Planlegg …», eller tøm feltet for å publisere nå.',
    boxUnfinished: (box: string | undefined, fields: string) =>
      `${box === undefined ? 'En boks i teksten' : `Boksen «${box}» i teksten`} er ikke ferdig. Fyll ut «${fields}», eller fjern boksen.`,
    statusUnknown: 'Statusen må være utkast (draft) eller publisert (published).',
    bodyUnshowable:
      'Teksten inneholder noe nettstedet ikke kan vise. Skriv den i tekstfeltet i admin, eller send den slik feltet lagrer den.',
    timeUnreadable: (label: string) =>
      `${label}: Tidspunktet kan ikke leses. Skriv det som 2026-11-23T12:00:00.000Z.`,
    choiceGone: 'Det som var valgt her, er slettet. Fjern det, eller velg noe annet.',
    linkUnfinished: (words: string, address: string) =>
      address === ''
        ? `Lenken «${words}» har ingen adresse. Fyll den ut, eller fjern lenken.`
        : `Lenken «${words}» går til «${address}», som ingen kan følge. Rett adressen, eller fjern lenken.`,
    linkWithoutArticle: (words: string) =>
      `Lenken «${words}» går til en sak som ikke er valgt, eller er slettet. Velg en, eller fjern lenken.`,
    linkScheme: (address: string) =>
      address === ''
        ? 'Skriv hvor lenken skal gå, for eksempel https://nav.no eller kari@nav.no.'
        : `«${address}» er ingen adresse som kan følges. Skriv for eksempel https://nav.no, kari@nav.no, 22 33 44 55 eller /om/ (en side på nettstedet).`,
    writerCannotPublish:
      'Skribenter kan ikke publisere eller endre det som er ute. Be en redaktør.',
  },
} as const;
