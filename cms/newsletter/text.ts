import { text as limits } from '../limits/text.ts';

/** What a person reads of this domain. Letters have their words in `letters/text.ts`, the admin's panels in `admin/text.ts`. */
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
    series: 'Serier',
    allSeries: 'Alle saker, uansett serie.',
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
    staysSuppressed: 'Adressen er sperret og forblir det.',
    onlySuppress: 'Her kan en abonnent bare sperres eller meldes av.',
    byEditor: 'redaksjonen',
    suppressedByEditor: 'sperret i redaksjonen',
  },
  mailings: {
    singular: 'Utsending',
    plural: 'Utsendinger',
    article: 'Sak',
    kind: 'Slag',
    toSoMany: (count: number) => `til ${count} abonnenter`,
    kinds: { alert: 'Varsel om ny sak', correction: 'Rettelse', digest: 'Samlebrev' },
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
    decisions: { send: 'Send likevel', cancel: 'Ikke send mer' },
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
    key: 'Nøkkel',
    resendId: 'Resend-id',
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
    noEvents: 'Ingen ennå.',
  },
  settings: {
    label: 'Innstillinger',
    groups: {
      sender: {
        label: 'Avsenderen',
        help: 'Om innboksene tror på at brevene er fra dere, og en prøve av det.',
      },
      limits: {
        label: 'Hvor mye som sendes',
        help: 'Grenser som holder avsenderens gode navn. Det som må vente, går av seg selv.',
      },
    },
    mostPerDay: 'Høyst så mange e-poster om dagen',
    mostPerDayHelp:
      'Et nytt avsenderdomene bør begynne forsiktig, for eksempel med 200 om dagen, og øke litt etter litt. Resten går de neste dagene av seg selv. Tomt felt: ingen grense. Bekreftelser ved påmelding venter ikke på utsendingene, men tar høyst en femdel av dagens grense.',
    mostConfirmationsPerHour: 'Høyst så mange bekreftelser i timen',
    mostConfirmationsPerHourHelp:
      'Så mange e-poster med bekreftelseslenke går det til nye abonnenter på en time. Flere påmeldinger enn det tas imot og står i kø, så ingen avvises. Grensen hindrer at noen bruker skjemaet til å sende e-post til fremmede.',
    mostConfirmationsPerNetwork: 'Høyst så mange bekreftelser i timen fra ett nettverk',
    mostConfirmationsPerNetworkHelp:
      'Gjelder bare når systemet får vite hvilket nettverk en påmelding kommer fra (TRUSTED_PROXY). Ved en kampanje på et kontor eller en skole kan den heves for en dag.',
  },
  batches: { singular: 'Bunke', plural: 'Bunker' },
} as const;

/** How somebody came or left; stored as it is said. */
export const ways = {
  form: 'skjemaet',
  formWithScript: 'skjemaet, uten å forlate siden',
  oneClick: 'ett klikk i e-postprogrammet',
  page: 'siden for avmelding',
  preferences: 'siden for valg',
} as const;

/** Why a delivery, a mailing or a subscriber is in the state it is in; stored as the finished sentence. */
export const reasons = {
  otherSeries: 'følger andre serier enn denne',
  seriesGone: 'fulgte bare serier som er slettet siden',
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
  notLive: (what: string) => `E-posten venter: ${what}. Den går av seg selv når det er i orden.`,
  unreachable: 'nettstedet svarer ikke',
  missing: (status: number) => `adressen svarer ${String(status)}`,
  outdated: 'siden viser en eldre utgave',
  leavingSilent: 'siden for avmelding svarer ikke',
  'wrong-address': 'sidens kanoniske adresse er en annen',
  tooOld: 'Bestilt for mer enn 48 timer siden. Noen må avgjøre om varselet fortsatt skal ut.',
  fromBackup:
    'Dette fantes alt da en sikkerhetskopi ble lagt tilbake, så brevet kan være sendt før. Noen må avgjøre om det skal ut.',
  interrupted:
    'Utsendingen ble avbrutt for mer enn en time siden, eller en sikkerhetskopi er lagt tilbake. Noen må avgjøre om resten skal ut: har de fått brevet etter at kopien ble tatt, får de det to ganger.',
  stopped: 'utsendingen ble stanset i redaksjonen',
  unpublishedMidway:
    'Saken er avpublisert. Resten av utsendingen venter til den er på nettstedet igjen.',
  unpublished: 'Saken ble avpublisert før varselet gikk.',
  deleted: 'Saken ble slettet før e-posten gikk.',
  deletedMidway: 'saken ble slettet før brevet gikk',
  alertUnderway: 'varselet om saken er ikke gått ferdig',
  noCorrection: 'Rettelsen står ikke i saken slik den er publisert nå.',
  dailyCap: (most: number) =>
    `Dagens grense på ${String(most)} e-poster er nådd. Resten går i morgen, eller når grensen heves.`,
  quota: (isMonthly: boolean) =>
    `E-posttjenestens kvote for ${isMonthly ? 'måneden' : 'dagen'} er brukt opp. Vi fortsetter av oss selv når den åpner igjen.`,
  badKey:
    'E-posttjenesten godtar ikke nøkkelen vår. Den som drifter systemet, må sjekke RESEND_API_KEY; vi prøver igjen hvert minutt.',
  badSender:
    'E-posttjenesten godtar ikke avsenderen. Den som drifter systemet, må sjekke MAIL_FROM og at domenet er bekreftet hos tjenesten; vi prøver igjen hvert minutt.',
  notAllowed: (message: string) =>
    `E-posttjenesten avviser oss og sier «${message}». Den som drifter systemet, må se på det; vi prøver igjen hvert minutt.`,
} as const;

/** The small pages behind the links of the mails, and what the form answers. */
export const pages = {
  fallbackName: 'Nyhetsbrevet',
  confirm: {
    title: 'Bekreft abonnementet',
    lead: 'Trykk på knappen, så får du en e-post når vi publiserer en ny sak.',
    button: 'Ja, jeg vil ha e-post',
    already: 'Du er allerede med',
    alreadyLead:
      'Denne lenken er brukt, og abonnementet ditt er bekreftet. Du trenger ikke gjøre mer.',
    left: 'Lenken er brukt',
    leftLead: 'Du har meldt deg av siden. Vil du ha e-post igjen, må du melde deg på en gang til.',
    expired: 'Lenken er for gammel',
    expiredLead:
      'En bekreftelseslenke gjelder i sju dager. Meld deg på en gang til, så sender vi en ny.',
    unknown: 'Vi kjenner ikke denne lenken',
    unknownLead:
      'Kanskje ble ikke hele adressen med, eller så er den eldre enn sju dager. Åpne lenken fra e-posten på nytt, eller meld deg på en gang til.',
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
    series: 'Bare noen serier',
    seriesHelp: 'Kryss av for serier hvis du bare vil ha dem. Uten kryss får du alle saker.',
    seriesGone: (slugs: readonly string[]) =>
      slugs.length === 1
        ? `Serien «${slugs.join()}» som du fulgte, er avsluttet.`
        : `Seriene ${slugs.map((slug) => `«${slug}»`).join(', ')} som du fulgte, er avsluttet.`,
    nothingLeft:
      'Derfor får du ingen brev nå. Velg andre serier, eller lagre uten kryss for å få alle saker.',
    save: 'Lagre',
    saved: 'Valgene dine er lagret.',
    leave: 'Meld meg av',
    leaveHelp: 'Vil du ikke ha flere e-poster? Du kan når som helst melde deg på igjen.',
    yourData: 'Opplysningene dine',
    sendData: 'Last ned dataene mine',
    erase: 'Slett alt dere har om meg …',
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
    seriesGone:
      'Serien som var krysset av, finnes ikke lenger. Last siden på nytt og velg hva du vil ha.',
    unreadable: 'Skjemaet kunne ikke leses. Last siden på nytt og prøv en gang til.',
    tooMany: (seconds: number) =>
      `Det har kommet mange påmeldinger herfra på kort tid. Prøv igjen om ${limits.time(seconds)}.`,
    tooManyTitle: 'Vent litt',
    queued:
      'Takk! Akkurat nå melder mange seg på, så e-posten med bekreftelseslenken står i kø. Den kommer av seg selv; åpne den da, og bekreft at du vil være med.',
  },
} as const;
