import { text } from '../text.ts';

/** Every Norwegian word of the newsroom's own screens. */
export const deskText = {
  checklist: {
    heading: 'Sjekkliste',
    unavailable: 'Sjekklisten kan ikke vises nå. Den kommer tilbake når saken er lagret.',
    newArticle: 'Skriv en tittel, så begynner listen.',
    ready: 'Alt er på plass.',
    stops: (count: number) =>
      count === 1
        ? 'Én ting må på plass før publisering.'
        : `${count} ting må på plass før publisering.`,
    warnings: (count: number) =>
      count === 1
        ? 'Kan publiseres. Se på én ting først.'
        : `Kan publiseres. Se på ${count} ting først.`,
    goTo: (field: string) => `Gå til «${field}»`,
    figures: (words: number, minutes: number) =>
      `${words.toLocaleString('nb')} ord · ${minutes} ${minutes === 1 ? 'minutts' : 'minutters'} lesetid`,
    title: text.problems.titleMissing,
    lead: text.problems.leadMissing,
    body: 'Saken har ingen tekst ennå.',
    longTitle: (length: number) =>
      `Tittelen er på ${length} tegn. Over 90 blir den kuttet i innbokser og søk.`,
    sponsor: 'Annonsørinnhold og annonser må si hvem som har betalt. Fyll ut «Sponsor».',
    authors: 'Ingen skribent er valgt. Da står saken uten byline.',
    category: 'Ikke noe tema er valgt. Da finnes saken bare i de store listene.',
    hero: 'Saken har ikke hovedbilde. Den får et delingsbilde med tittelen.',
    pictureGone: 'Et bilde i saken er slettet. Ta det ut, eller velg et annet.',
    alt: 'Et bilde mangler alternativ tekst. Skriv hva det viser.',
    credit: 'Et bilde mangler fotograf.',
    useNumber: (number: number) => `Bruk ${number}`,
    numberMissing: (next: number) => `Saken har ikke nummer i serien. Neste ledige er ${next}.`,
    numberTaken: (number: number, title: string) =>
      `Nummer ${number} i serien er brukt av «${title}». Velg et annet nummer.`,
    numberDrafted: (number: number, title: string) =>
      `Utkastet «${title}» har også nummer ${number}.`,
    numberGap: (number: number, next: number) =>
      `Nummer ${number} hopper over: Neste ledige er ${next}.`,
    interviewees: 'Intervjuet sier ikke hvem som er intervjuet.',
    linkGone: 'En lenke går til en sak som er slettet. Ta den ut, eller velg en annen.',
    linkToDraft: (title: string) =>
      `Det lenkes til «${title}», som ikke er ute. Leserne ser ingen lenke før den er det.`,
    linkDead: (path: string) => `Lenken til ${path} fører ingen steder.`,
    headings: (heading: string) =>
      `Mellomtittelen «${heading}» hopper over et nivå. Bruk nivåene i rekkefølge.`,
    disclosure: (names: readonly string[]) =>
      `${names.join(', ')} er nevnt, og vi har en interesse der. Åpenhetsmerknaden legges til når saken publiseres.`,
    addDisclosure: 'Legg til nå',
    correction:
      'Tall eller mye tekst er endret siden saken ble publisert. Var noe feil, så skriv en rettelse.',
  },
  stages: { idea: 'Idé', writing: 'Skrives', waiting: 'Klar for redaktør' },
  stage: 'Hvor i arbeidet',
  stageHelp: '«Klar for redaktør» legger saken øverst hos redaktørene.',
  dashboard: {
    needs: 'Trenger en person',
    calm: 'Ingenting venter. Alt som skal ut, går av seg selv.',
    missed: (title: string) => `«${title}» skulle vært publisert`,
    missedWhy: 'Systemet prøver igjen av seg selv innen et minutt.',
    stuck: (title: string) => `«${title}» er ikke på nettstedet`,
    mailing: (subject: string) =>
      subject === '' ? 'En utsendelse står stille' : `Utsendelsen «${subject}» står stille`,
    approve: (title: string) => `«${title}» er klar for redaktør`,
    writing: 'Skrives nå',
    nothingWritten: 'Ingen utkast.',
    idea: (title: string) => `Idé: ${title}`,
    waiting: 'Klar for redaktør',
    nothingWaits: 'Ingen saker venter.',
    planned: 'Planlagt',
    plans: {
      publish: (time: string) => `ut ${time}`,
      unpublish: (time: string) => `av nett ${time}`,
    },
    changed: 'endret siden; det som ble godkjent, går ut',
    seen: (isSeen: boolean) => (isSeen ? 'sett på nettstedet' : 'på vei ut'),
    nothingPlanned: 'Ingenting er planlagt.',
    published: 'Publisert siste uke',
    nothingPublished: 'Ingen saker siste uke.',
    untitled: 'Uten tittel',
  },
  starter: {
    label: 'Eksempelutgaven',
    title: 'Kom i gang',
    masthead: 'Fyll ut hvem som gir ut publikasjonen.',
    mastheadWhy: 'Navn, eier og ansvarlig redaktør står nederst på alle sider.',
    people: 'Slipp inn kolleger.',
    peopleWhy: 'Skribenter skriver utkast. Redaktører publiserer.',
    write: 'Skriv den første saken.',
    writeWhy: 'Sjekklisten ved siden av teksten sier hva som mangler.',
    removeWhy: 'Alt som står på nettstedet nå, er eksempler.',
    remove: 'Fjern eksempelutgaven',
    underway: 'Fjerner …',
    sure: 'Eksempelsakene slettes for godt, og adressene deres svarer at siden er borte. Saker du selv har endret, blir stående.',
    removed: (count: number, kept: number) =>
      kept === 0
        ? `${count} eksempler er fjernet.`
        : `${count} eksempler er fjernet. ${kept} ${kept === 1 ? 'sak' : 'saker'} som er endret siden, står igjen.`,
    failed:
      'Noe stoppet underveis. Last siden på nytt og prøv igjen: det som er fjernet, er fjernet.',
  },
  uses: {
    title: 'Brukt i',
    nowhere: 'Ikke brukt noe sted.',
    draft: '(utkast)',
    unavailable: 'Listen kan ikke vises nå. Last siden på nytt.',
    refused: (titles: readonly string[]) => {
      const named = titles.slice(0, 5).map((title) => `«${title}»`);
      const more = titles.length > 5 ? ` og ${titles.length - 5} til` : '';
      return `Kan ikke slettes: Det er brukt i ${named.join(', ')}${more}. Ta det ut der først.`;
    },
  },
  unpublish: {
    action: 'Ta av nett',
    underway: 'Tar av nett …',
    heading: 'Ta saken av nett',
    explanation:
      'Saken forsvinner fra nettstedet, listene, strømmene og søket. Den blir liggende som utkast her.',
    reason: 'Hvorfor? (står i loggen)',
    to: 'Send leserne videre til',
    toHelp:
      'Adressen til en annen sak eller side, for eksempel /saker/ny-sak/. Står feltet tomt, svarer adressen at saken er trukket (410).',
    reasonMissing: 'Skriv hvorfor saken tas av nett. Begrunnelsen står i loggen.',
    targetWrong: 'Skriv en adresse som begynner med / eller https://, eller la feltet stå tomt.',
    failed: 'Saken ble ikke tatt av nett. Last siden på nytt og prøv igjen.',
  },
  share: {
    title: 'Del utkastet',
    help: 'En lenke som virker i sju dager, også for dem uten bruker.',
    action: 'Kopier lenke',
    copied: (until: string) => `Kopiert. Lenken virker til ${until}.`,
    open: 'Åpne den',
    failed: 'Lenken ble ikke laget. Last siden på nytt og prøv igjen.',
  },
  correct: {
    action: 'Rett saken',
    help: 'Skriv hva som var feil, og hva som er riktig. Publiser etterpå.',
  },
  request: {
    ask: 'Send til redaktør',
    asked: 'Saken ligger hos redaktøren.',
    takeBack: 'Trekk tilbake',
  },
  log: {
    singular: 'Hendelse',
    plural: 'Logg',
    at: 'Når',
    who: 'Hvem',
    act: 'Hva',
    what: 'Gjelder',
    why: 'Hvorfor',
    system: 'Systemet',
    acts: {
      published: 'Publiserte',
      updated: 'Oppdaterte det som er ute',
      unpublished: 'Tok av nett',
      deleted: 'Slettet',
      'draft-shared': 'Delte utkast',
      'role-changed': 'Endret rolle',
      'user-added': 'La til bruker',
      'user-removed': 'Fjernet bruker',
      'correction-mailed': 'Sendte rettelse på e-post',
      'mailing-again': 'Sendte utsendelse på nytt',
    },
  },
} as const;
