/** The words of what the newsroom sees of the newsletter beside its tables, in bokmål. */
export const deskText = {
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
