/** The words of what the newsroom sees of the newsletter beside its tables, in bokmål. */
export const panelText = {
  history: {
    title: 'Brevene',
    none: 'Ingen brev ennå.',
    noSubject: 'Brev uten emne',
    more: (total: number) => `De siste av ${String(total)} brev. Resten står under Leveringer.`,
  },
  sent: 'Sendt',
  noMail: {
    title: 'Ingen e-post forlater denne maskinen.',
    why: (port: number) =>
      `Nøkkelen til e-posttjenesten (RESEND_API_KEY) er ikke satt, så nyhetsbrev, bekreftelser og nye passord blir liggende i den lokale postkassen på http://localhost:${String(port)}/. Den kan bare åpnes på selve maskinen. Be den som drifter Kundefront, sette nøkkelen.`,
  },
  importing: {
    title: 'Hent inn abonnenter',
    adminsOnly: 'Bare administratorer kan hente abonnenter inn og ut.',
    download: 'Last ned som CSV',
    upload: 'Hent inn fra CSV',
    explained:
      'Filen må være CSV i UTF-8 med kolonnenavn på første linje. Aktive abonnenter må ha bevis på samtykke: når de bekreftet (confirmed_at), hva de samtykket til (consent_text), og hvor eller hvordan (consent_page eller consent_method). Avmeldte og sperrede hentes også inn, så ingen av dem får e-post. Adresser vi kjenner fra før, blir ikke endret, og ingen får e-post av at de hentes inn.',
    services:
      'Eksport fra Ghost, Substack, Mailchimp, MailPoet, Beehiiv og Resend kjennes igjen. I andre filer velger du kolonnene her. De som har meldt seg av der, kommer inn som avmeldte.',
    read: (service: string) => `Filen er lest som en eksport fra ${service}.`,
    consentText: 'Hva de aktive samtykket til, hvis filen ikke sier det',
    consentTextHelp:
      'Ordrett slik det sto da de meldte seg på. Står det ingenting her og ingenting i filen, hentes de aktive ikke inn.',
    consentPage: 'Hvor de meldte seg på',
    chooseTitle: 'Hvilken kolonne er hva?',
    choose: (file: string) =>
      `Vi kjenner ikke igjen kolonnene i «${file}». Velg hvilken som er hva. Adressen må vi ha, og tilstanden: fra en kolonne, eller den samme for alle.`,
    lacking: (count: number) =>
      `${count === 1 ? 'Én aktiv abonnent' : `${String(count)} aktive abonnenter`} kan hentes inn hvis du vet hva de samtykket til, og hvor. Skriv det her, så leses den samme filen en gang til. Vet du det ikke, be dem melde seg på selv.`,
    expired: 'Filen er glemt, siden den bare tas vare på i en time. Velg den en gang til.',
    nothing: 'Ingen',
    everybody: {
      active: 'Ingen kolonne: alle er aktive',
      unsubscribed: 'Ingen kolonne: alle har meldt seg av',
      suppressed: 'Ingen kolonne: alle er sperret',
    },
    sample: (values: string) => `F.eks. ${values}`,
    names: {
      email: 'E-postadresse',
      state: 'Tilstand (aktiv, avmeldt, sperret)',
      frequency: 'Hvor ofte',
      series: 'Serier',
      requested_at: 'Meldte seg på',
      confirmed_at: 'Bekreftet',
      consent_text: 'Samtykketekst',
      consent_version: 'Versjon av samtykket',
      consent_page: 'Hvor',
      consent_method: 'Hvordan',
      unsubscribed_at: 'Meldte seg av',
      suppressed_reason: 'Hvorfor sperret',
    },
    columns: 'Kolonner:',
    file: 'CSV-fil, høyst 10 MB',
    list: 'Abonnentlisten',
    rows: (count: number) => `${count} nye`,
    button: 'Hent inn',
    tooBig: 'Filen er større enn 10 MB. Del den i flere og hent inn én om gangen.',
    noFile: 'Velg en fil først.',
    notUtf8:
      'Filen er ikke lagret i UTF-8, så æ, ø og å ville blitt feil. Lagre den som «CSV UTF-8» og prøv en gang til.',
    unreadable: 'Filen kunne ikke leses som CSV. Lagre den som «CSV UTF-8» og prøv en gang til.',
    taken: (active: number, unsubscribed: number, suppressed: number) =>
      `Hentet inn: ${String(active)} aktive, ${String(unsubscribed)} avmeldte, ${String(suppressed)} sperrede.`,
    refused: (count: number) =>
      count === 1
        ? 'Én linje ble ikke hentet inn:'
        : `${String(count)} linjer ble ikke hentet inn:`,
    line: (line: number) => `Linje ${String(line)},`,
    method: 'importert',
    refusals: {
      address: 'det er ikke en gyldig e-postadresse',
      state: (said: string) =>
        `tilstanden må være active (aktiv), unsubscribed (avmeldt) eller suppressed (sperret), ikke «${said}»`,
      unconfirmed: (said: string) =>
        `adressen er ikke bekreftet der den kommer fra («${said}»), og kan ikke få brev`,
      time: (column: string, value: string) =>
        `kolonnen ${column} har ikke en dato vi kan lese, eller en som ikke har vært ennå: «${value}». Skriv 2025-03-01 09:05 eller 01.03.2025 09:05`,
      openQuote:
        'et anførselstegn åpnes her og lukkes aldri, så denne linjen og alle etter den er ikke lest. Rett den, og hent inn filen en gang til',
      cells: (count: number, wanted: number) =>
        `linjen har ${String(count)} ruter, men overskriften har ${String(wanted)}. Sjekk anførselstegnene`,
      frequency: (known: readonly string[]) =>
        `kolonnen frequency må være ${known.join(' eller ')}, eller tom`,
      series: (slug: string) => `det finnes ingen serie med kortnavnet «${slug}»`,
      proof: 'mangler bevis på samtykke; be dem melde seg på selv',
      words: 'mangler bevis på samtykke: filen sier ikke hva det var til, eller hvor',
      known: 'adressen er kjent fra før og beholder det den har',
      twice: 'adressen står flere ganger i filen',
      before: 'sperret hos tidligere leverandør',
    },
  },
  readership: {
    subscribers: 'Aktive abonnenter',
    mailings: 'Siste utsendinger',
    noMailings: 'Ingen ennå. Den første går når en sak er publisert og noen abonnerer.',
    notReady: 'Under forberedelse',
    today: 'i dag',
    change: (by: number) =>
      by === 0
        ? 'som for tre måneder siden'
        : `${by > 0 ? '+' : '−'}${String(Math.abs(by))} på tre måneder`,
    alt: (first: number, last: number) =>
      `Kurve over aktive abonnenter de siste tre månedene: fra ${String(first)} til ${String(last)}.`,
  },
  followers: {
    title: 'Abonnenter',
    unavailable: 'Tallet kan ikke vises nå. Last siden på nytt.',
    count: (followers: number) =>
      followers === 0
        ? 'Ingen har valgt å få bare denne serien.'
        : `${followers} ${followers === 1 ? 'abonnent følger' : 'abonnenter følger'} serien.`,
    whenDeleted: (onlyThis: number) =>
      onlyThis === 0
        ? 'Alle følger andre serier også. Slettes serien, får de beskjed på siden der de velger.'
        : `${onlyThis} av dem følger bare den. Slettes serien, får de ingen brev før de velger noe annet.`,
  },
  articleMail: {
    beside: {
      readers: (count: number) =>
        count === 0 ? 'Ingen får e-post' : `${count.toLocaleString('nb-NO')} får e-post`,
      noMail: 'Ingen fikk e-post',
      soon: 'E-posten går når siden er ute',
    },
    title: 'E-post om saken',
    unavailable: 'Får ikke vist e-posten nå. Sjekk at du er på nett, og last siden på nytt.',
    readers: (count: number) =>
      count === 1
        ? 'Én abonnent får e-post om saken når den er publisert og synlig på nettstedet.'
        : `${String(count)} abonnenter får e-post om saken når den er publisert og synlig på nettstedet.`,
    notWanted: 'Ingen får e-post om saken: det er ikke krysset av for varsel.',
    held: 'Venter.',
    cancelled: 'Blir ikke sendt.',
    freezing: 'Samler mottakerne …',
    paused: 'Satt på pause.',
    sending: (accepted: number, meant: number) =>
      `${String(accepted)} av ${String(meant)} er mottatt av e-posttjenesten …`,
    finished: (accepted: number, meant: number) =>
      `${String(accepted)} av ${String(meant)} er mottatt av e-posttjenesten.`,
    nobody: 'Ingen abonnenter skulle ha denne e-posten.',
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
  mailingView: {
    accepted: 'Mottatt av e-posttjenesten',
    waiting: 'Venter',
    failed: 'Avvist',
    uncertain: 'Uvisst',
    excluded: 'Skulle ikke ha den',
    erased: '(slettet)',
    missed: 'Hvem fikk den ikke?',
    more: (count: number) => `… og ${String(count)} til. Se alle leveringene.`,
    all: 'Se alle leveringene',
    details: 'Detaljer',
    again: (count: number) =>
      count === 1
        ? 'Send på nytt til den ene som ble avvist'
        : `Send på nytt til de ${String(count)} som ble avvist`,
    againHelp:
      'Til dem som ble avvist, har e-posttjenesten sendt ingenting. De andre får den ikke en gang til.',
    againAsked: 'Sendes nå.',
    againFailed: 'Det gikk ikke. Last siden på nytt og prøv en gang til.',
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
} as const;
