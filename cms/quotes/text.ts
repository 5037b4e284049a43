/** Marks within marks (Språkrådet). */
const inner = (title: string) => title.replaceAll('«', '‘').replaceAll('»', '’');

/** The Norwegian words of this folder. */
export const text = {
  labels: {
    checks: { singular: 'Sitatsjekk', plural: 'Sitatsjekker' },
    answers: { singular: 'Svar på sitatsjekk', plural: 'Svar på sitatsjekk' },
  },
  panel: {
    title: 'Sitatsjekk',
    help: 'En privat lenke der den som er sitert, ser sine egne sitater og ingenting annet.',
    newOne: 'Ny sitatsjekk …',
    unavailable: 'Sitatsjekkene kan ikke vises nå. Last siden på nytt.',
    until: (time: string) => `virker til ${time}.`,
    copy: 'Kopier lenken',
    copied: 'Kopiert',
    link: 'Lenken',
    mail: (address: string) => `Send til ${address}`,
    notMailed: 'E-posten er ikke sendt.',
    end: 'Avslutt lenken',
    failed: 'Det gikk ikke. Se at du er på nett, og prøv igjen.',
    details: 'Sitater og hendelser',
    states: {
      waiting: 'ikke åpnet ennå',
      opened: 'åpnet, ikke besvart',
      ended: 'avsluttet uten svar',
      expired: 'utløpt uten svar',
    },
    answered: (approved: number, all: number, comments: number) =>
      [
        `${approved} av ${all} godkjent`,
        ...(comments === 0 ? [] : [comments === 1 ? '1 kommentar' : `${comments} kommentarer`]),
      ].join(', '),
    approved: 'Godkjent',
    commented: 'Kommentar',
    unanswered: 'Ikke besvart',
    changed: 'Endret i saken siden',
  },
  dialogue: {
    heading: 'Ny sitatsjekk',
    who: 'Hvem skal se over sitatene sine?',
    other: 'En annen …',
    otherName: 'Navn',
    email: 'E-postadresse (kan stå tom)',
    emailHelp: 'Med adresse sendes lenken på e-post. Uten adresse kopierer du den selv.',
    quotes: (name: string) => `Sitatene til ${name || 'personen'}`,
    quotesHelp:
      'Funnet i saken. Ta bort det som ikke hører med, og rett eller legg til det som mangler.',
    quote: (number: number) => `Sitat ${number}`,
    add: 'Legg til et sitat',
    remove: (number: number) => `Ta bort sitat ${number}`,
    none: 'Ingen sitater er funnet. Lim inn det hun eller han er sitert på.',
    confirm: 'Lag lenken',
    confirmAndMail: 'Lag lenken og send den',
    underway: 'Lager …',
  },
  log: {
    asked: (who: string) => `Laget av ${who}`,
    mailed: (address: string) => `Sendt til ${address}`,
    opened: 'Åpnet',
    approved: (number: number) => `Godkjente sitat ${number}`,
    commented: (number: number) => `Kommenterte sitat ${number}`,
    ended: 'Avsluttet',
    somebody: 'Den som er sitert',
  },
  problems: {
    nameMissing: 'Velg hvem det gjelder, eller skriv navnet.',
    emailUnreadable: 'E-postadressen kan ikke leses. Skriv den som kari@eksempel.no.',
    answersTooLong:
      'Svaret er for langt til å sendes på én gang, og ble ikke lagret. Gå tilbake, kort ned kommentarene, og send igjen.',
    quotesMissing: 'Legg inn minst ett sitat.',
    tooMuch: 'Det er for mye på én gang. Del sitatene på flere sitatsjekker.',
    notMailed: 'E-posten gikk ikke ut. Lenken er laget: kopier den, eller prøv å sende igjen.',
  },
  checklist: {
    waiting: (name: string) => `${name} har ikke svart på sitatsjekken.`,
    commented: (name: string) => `${name} har en kommentar i sitatsjekken.`,
    changed: (name: string) => `Noe som ${name} har godkjent, er endret siden.`,
  },
  mail: {
    subject: (publication: string) => `Vil du se over sitatene dine? (${publication})`,
    text: (given: {
      name: string;
      title: string;
      publication: string;
      url: string;
      until: string;
      isOut: boolean;
    }) =>
      [
        `Hei, ${given.name}!`,
        `Du er sitert i «${inner(given.title)}», en sak i ${given.publication}${given.isOut ? '' : ' som ikke er publisert ennå'}. På denne siden ser du sitatene dine og kan godkjenne eller kommentere dem:`,
        given.url,
        `Lenken er bare til deg, og virker til ${given.until}. Du trenger ingen konto. Vennlig hilsen redaksjonen i ${given.publication}`,
      ].join('\n\n'),
  },
  page: {
    title: 'Se over sitatene dine',
    closed: 'Lenken virker ikke lenger',
    closedLead:
      'Den er utløpt eller avsluttet. Ta kontakt med journalisten hvis du fortsatt vil se sitatene dine.',
    unknown: 'Vi kjenner ikke denne lenken',
    unknownLead: 'Se at hele adressen fra e-posten er med, eller ta kontakt med journalisten.',
    lead: (name: string, title: string, isOut: boolean) =>
      `Hei, ${name}! Du er sitert i «${inner(title)}»${isOut ? '' : ', som ikke er publisert ennå'}. Her ser du sitatene dine, og litt av teksten rundt.`,
    untitled: 'en sak',
    open: 'Vis sitatene mine',
    logged: 'Redaksjonen ser når du åpner siden, og hva du svarer. Det slettes etter 12 måneder.',
    explain:
      'Godkjenn hvert sitat, eller skriv hva som er galt. Redaksjonen avgjør hva som trykkes.',
    quote: (number: number, all: number) => `Sitat ${number} av ${all}`,
    approve: 'Dette stemmer',
    comment: 'Jeg har en kommentar',
    commentLabel: 'Kommentaren din',
    send: 'Send svaret',
    choose: 'Velg ett av svarene.',
    commentLong: (most: number) =>
      `Kommentaren er for lang. Kort den ned til høyst ${String(most)} tegn.`,
    write: 'Skriv hva som er galt, eller velg «Dette stemmer».',
    someMissing: 'Noe mangler. Se etter det som er merket.',
    thanks: 'Takk!',
    thanksLead: 'Svaret ditt er hos redaksjonen. Du kan endre det så lenge lenken virker.',
    again: 'Se eller endre svaret',
  },
} as const;
