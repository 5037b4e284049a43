/** Every word of this domain that a person reads, in bokmål. The mails have theirs in `mail/text.ts`. */
export const text = {
  group: 'Nyhetsbrev',
  subscribers: {
    singular: 'Abonnent',
    plural: 'Abonnenter',
    email: 'E-postadresse',
    state: 'Tilstand',
    states: {
      pending: 'Venter på bekreftelse',
      active: 'Aktiv',
      unsubscribed: 'Meldt av',
      suppressed: 'Sperret',
    },
    suppressedReason: 'Hvorfor sperret',
    frequency: 'Hvor ofte',
    frequencies: { each: 'En e-post for hver sak', weekly: 'Én e-post i uka, med alt nytt' },
    series: 'Bare disse seriene (tom = alle saker)',
    confirmation: 'Bekreftelsesbrev',
    confirmations: {
      none: 'Ingen',
      requested: 'Skal sendes',
      accepted: 'Mottatt av e-posttjenesten',
      failed: 'Avvist av e-posttjenesten',
    },
    consentText: 'Samtykketekst',
    consentVersion: 'Samtykketekstens versjon',
    consentPage: 'Siden påmeldingen kom fra',
    consentMethod: 'Påmeldt gjennom',
    requestedAt: 'Påmeldt',
    confirmedAt: 'Bekreftet',
    unsubscribedAt: 'Meldt av',
    unsubscribedBy: 'Meldt av gjennom',
    onlySuppress: 'Her kan en abonnent bare sperres eller meldes av.',
    byEditor: 'sperret i redaksjonen',
  },
  mailings: {
    singular: 'Utsending',
    plural: 'Utsendinger',
    article: 'Sak',
    kind: 'Slag',
    kinds: { alert: 'Varsel om ny sak', correction: 'Rettelse', digest: 'Ukens saker' },
    status: 'Status',
    statuses: {
      held: 'Holdes tilbake',
      'needs-person': 'Trenger en avgjørelse',
      cancelled: 'Avlyst',
      freezing: 'Samler mottakere',
      sending: 'Sendes',
      paused: 'Satt på pause',
      finished: 'Ferdig',
    },
    heldReason: 'Hvorfor den venter',
    decision: 'Hva skal skje?',
    decisions: { send: 'Send varselet likevel', cancel: 'La være å sende' },
    requestedAt: 'Bestilt',
    frozenAt: 'Mottakere låst',
    finishedAt: 'Ferdig',
    pausedUntil: 'På pause til',
    pauseReason: 'Hvorfor pause',
    subject: 'Emne',
    plainText: 'Brevet som ren tekst',
    candidates: 'Aktive abonnenter da saken ble publisert',
    waiting: 'Venter',
    accepted: 'Mottatt av e-posttjenesten',
    excluded: 'Skulle ikke ha brevet',
    failed: 'Avvist',
    uncertain: 'Uvisst',
  },
  deliveries: {
    singular: 'Levering',
    plural: 'Leveringer',
    mailing: 'Utsending',
    subscriber: 'Abonnent',
    state: 'Tilstand',
    states: {
      waiting: 'Venter',
      excluded: 'Skulle ikke ha brevet',
      accepted: 'Mottatt av e-posttjenesten',
      failed: 'Avvist',
      uncertain: 'Uvisst',
    },
    reason: 'Hvorfor',
    acceptedAt: 'Mottatt',
    afterwards: 'Siden meldt',
    afterwardsStates: {
      none: 'Ingenting',
      delayed: 'Forsinket',
      delivered: 'Levert',
      failed: 'Feilet hos e-posttjenesten',
      suppressed: 'Stoppet av sperrelisten',
      bounced: 'Kom i retur',
      complained: 'Meldt som søppelpost',
    },
    events: 'Meldinger fra e-posttjenesten',
  },
  settings: {
    label: 'Utsending',
    mostPerDay: 'Høyst så mange e-poster om dagen',
    mostPerDayHelp:
      'Et nytt avsenderdomene bør begynne forsiktig, for eksempel med 200 om dagen, og øke litt etter litt. Resten går de neste dagene av seg selv. Tomt felt: ingen grense. Bekreftelser ved påmelding går uansett.',
  },
  articleMail: {
    title: 'E-post om saken',
    unavailable: 'Får ikke vist e-posten nå. Sjekk at du er på nett, og last siden på nytt.',
    readers: (count: number) =>
      count === 1
        ? 'Én abonnent får e-post om saken når den er publisert og synlig på nettstedet.'
        : `${String(count)} abonnenter får e-post om saken når den er publisert og synlig på nettstedet.`,
    held: 'Venter.',
    cancelled: 'Blir ikke sendt.',
    freezing: 'Samler mottakerne …',
    paused: 'Satt på pause.',
    sending: (accepted: number, meant: number) =>
      `${String(accepted)} av ${String(meant)} er mottatt av e-posttjenesten …`,
    finished: (accepted: number, meant: number) =>
      `${String(accepted)} av ${String(meant)} er mottatt av e-posttjenesten.`,
    nobody: 'Ingen skulle ha den.',
    labels: {
      waiting: 'Venter',
      delivered: 'Meldt levert',
      bounced: 'Kom i retur',
      complained: 'Meldt som søppelpost',
      failed: 'Avvist',
      uncertain: 'Uvisst',
      left: 'Meldt av siden',
      excluded: 'Skulle ikke ha den',
    },
    seeMailing: 'Hvem fikk den?',
    seeLetter: 'Se e-posten, og send deg selv en prøve',
    mailCorrection: 'Send rettelsen på e-post',
    sure: (count: number) =>
      count === 1
        ? 'Den går til den ene som fikk saken. Den kan ikke trekkes tilbake.'
        : `Den går til de ${String(count)} som fikk saken. Den kan ikke trekkes tilbake.`,
    yes: 'Send',
    no: 'Avbryt',
    asked: 'Rettelsen sendes så snart den er synlig på nettstedet.',
    failed: 'Rettelsen ble ikke sendt. Last siden på nytt og prøv en gang til.',
    notAllowed: 'Bare redaktører kan sende en rettelse på e-post.',
    cannotBeMailed:
      'Rettelsen er sendt allerede, eller den står ikke i saken slik den er publisert. Publiser saken først.',
  },
  letter: {
    title: 'E-posten',
    untitled: 'Saken har ingen tittel ennå',
    login: 'Logg inn i redaksjonen og åpne siden på nytt.',
    unknown: 'Vi finner ikke saken, eller du har ikke tilgang til den.',
    explained:
      'Slik ser e-posten ut med det som er lagret i saken nå. I en prøve fører lenkene for avmelding og innstillinger til påmeldingssiden, og bildet vises først når saken er publisert.',
    send: (email: string) => `Send en prøve til ${email}`,
    sent: (email: string) => `Prøven er sendt til ${email}. Kommer den ikke, så se i søppelposten.`,
    notSent:
      'Prøven ble ikke sendt: e-posttjenesten tok den ikke imot. Vent litt og prøv en gang til.',
    tooMany: 'Du har sendt mange prøver den siste timen. Vent litt og prøv en gang til.',
    testSubject: (subject: string) => `Prøve: ${subject}`,
    asHtml: 'Med bilder og farger',
    asText: 'Som ren tekst',
    weight: (kilobytes: number) =>
      `${String(kilobytes)} kB. Gmail kutter e-poster som er større enn 102 kB.`,
  },
  batches: { singular: 'Bunke', plural: 'Bunker' },
} as const;

/** Why a delivery, a mailing or a subscriber is in the state it is in; stored as the finished sentence. */
export const reasons = {
  wantsDigest: 'får e-post én gang i uka; saken kommer i neste samlebrev',
  otherSeries: 'følger andre serier enn denne',
  unsubscribed: 'meldte seg av før brevet gikk',
  suppressed: 'adressen er sperret',
  erased: 'ba om å bli slettet',
  bounced: 'e-posten kom i retur for godt',
  complained: 'meldte e-posten som søppelpost',
  providerSuppressed: 'står på e-posttjenestens sperreliste',
  uncertainTooOld:
    'e-posttjenesten svarte ikke tydelig innen 23 timer; sendes ikke på nytt av systemet',
  uncertainKeyConflict: 'e-posttjenesten kjente igjen nøkkelen med et annet innhold',
  uncertainAnswer: 'e-posttjenesten svarte for færre eller flere enn vi spurte om',
  refused: (message: string) => `avvist av e-posttjenesten: ${message}`,
  notLive: (what: string) =>
    `Saken er ikke på nettstedet ennå: ${what}. Varselet går av seg selv når den er der.`,
  siteSilent: 'nettstedet svarer ikke',
  siteStatus: (status: number) => `adressen svarer ${String(status)}`,
  siteRevision: 'siden viser en eldre utgave',
  siteCanonical: 'sidens kanoniske adresse er en annen',
  tooOld: 'Bestilt for mer enn 48 timer siden. Noen må avgjøre om varselet fortsatt skal ut.',
  unpublishedMidway:
    'Saken er avpublisert. Resten av utsendingen venter til den er på nettstedet igjen.',
  unpublished: 'Saken ble avpublisert før varselet gikk.',
  noCorrection: 'Rettelsen står ikke i saken slik den er publisert nå.',
  dailyCap: (most: number) =>
    `Dagens grense på ${String(most)} e-poster er nådd. Resten går i morgen, eller når grensen heves.`,
  quota: (message: string) =>
    `E-posttjenestens kvote er brukt opp: ${message}. Vi fortsetter når den åpner.`,
  notAllowed: (message: string) =>
    `E-posttjenesten avviser oss: ${message}. Sjekk RESEND_API_KEY og avsenderdomenet; vi prøver igjen hvert minutt.`,
} as const;

/** The small pages behind the links of the mails, and what the form answers. */
export const pages = {
  fallbackName: 'Nyhetsbrevet',
  toSite: 'Til forsiden',
  confirm: {
    title: 'Bekreft abonnementet',
    lead: 'Trykk på knappen, så får du en e-post når vi publiserer en ny sak.',
    button: 'Ja, jeg vil ha e-post',
    already: 'Du er allerede med',
    alreadyLead:
      'Denne lenken er brukt, og abonnementet ditt er bekreftet. Du trenger ikke gjøre mer.',
    expired: 'Lenken er for gammel',
    expiredLead:
      'En bekreftelseslenke gjelder i sju dager. Meld deg på en gang til, så sender vi en ny.',
    unknown: 'Vi kjenner ikke denne lenken',
    unknownLead:
      'Kanskje ble ikke hele adressen med. Åpne lenken fra e-posten på nytt, eller meld deg på en gang til.',
    again: 'Til påmeldingen',
  },
  unsubscribe: {
    title: 'Meld deg av',
    lead: 'Trykk på knappen, så får du ikke flere e-poster fra oss.',
    button: 'Meld meg av',
    preferences: 'Heller endre hva du får?',
    done: 'Du er meldt av',
    doneLead: 'Du får ikke flere e-poster fra oss.',
  },
  preferences: {
    title: 'Innstillinger for nyhetsbrevet',
    lead: 'Velg hva du vil ha. Endringen gjelder fra neste e-post.',
    frequency: 'Hvor ofte',
    each: 'En e-post for hver sak',
    weekly: 'Én e-post i uka, med alt nytt',
    series: 'Bare noen serier',
    seriesHelp: 'Kryss av for serier hvis du bare vil ha dem. Uten kryss får du alle saker.',
    save: 'Lagre',
    saved: 'Valgene dine er lagret.',
    leave: 'Meld meg av',
    yourData: 'Opplysningene dine',
    sendData: 'Last ned dataene mine',
    erase: 'Slett meg',
    eraseHelp:
      'Vi sletter adressen og samtykket ditt for godt. Det kan ikke gjøres om, men du kan melde deg på igjen.',
    eraseSure: 'Ja, slett alt om meg',
    erased: 'Du er slettet',
    erasedLead: 'Vi har slettet adressen, samtykket og valgene dine.',
    notActive: 'Du er meldt av',
    notActiveLead: 'Vil du ha e-post igjen, må du melde deg på en gang til.',
  },
  invalidLink: 'Lenken virker ikke',
  invalidLinkLead:
    'Kanskje ble ikke hele adressen med, eller så er opplysningene dine slettet. Åpne lenken fra e-posten på nytt.',
  subscribe: {
    title: 'Noe mangler',
    label: 'E-postadresse',
    button: 'Meld meg på',
    empty: 'Skriv e-postadressen din.',
    malformed:
      'Det ser ikke ut som en e-postadresse. Sjekk at den er skrevet som navn@eksempel.no.',
    unreadable: 'Skjemaet kunne ikke leses. Last siden på nytt og prøv en gang til.',
    tooMany: 'Det har kommet mange påmeldinger herfra på kort tid. Vent litt og prøv en gang til.',
    tooManyTitle: 'Vent litt',
  },
} as const;
