import { wideEnough } from '../../media/wide-enough.ts';
import { text as shared } from '../../text.ts';

/** The Norwegian words of this folder. */
export const text = {
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
      words === 0
        ? '0 ord'
        : `${words.toLocaleString('nb')} ord · ${minutes} ${minutes === 1 ? 'minutts' : 'minutters'} lesetid`,
    masthead:
      'Publikasjonen sier ikke hvem som eier den, eller hvem som er ansvarlig redaktør. Uten det kan ingenting publiseres. En redaktør fyller det ut under «Publikasjonen».',
    mastheadOfExamples:
      'Eier og ansvarlig redaktør er fortsatt eksempelutgavens. De står på alle sider. Skriv deres egne før noen leser.',
    narrow: (width: number) =>
      `Hovedbildet er ${String(width)} piksler bredt. Under ${String(wideEnough)} blir det uskarpt når det vises stort.`,
    fillIn: 'Fyll ut nå',
    title: shared.problems.titleMissing,
    lead: shared.problems.leadMissing,
    body: 'Saken har ingen tekst ennå.',
    longTitle: (length: number) =>
      `Tittelen er på ${length} tegn. Over 90 blir den kuttet i innbokser og søk.`,
    sponsor: 'Annonsørinnhold og annonser må si hvem som har betalt. Fyll ut «Sponsor».',
    authors: 'Ingen skribent er valgt. Da står saken uten byline.',
    category: 'Ikke noe tema er valgt. Da finnes saken bare i de store listene.',
    hero: 'Saken har ikke hovedbilde. Den får et delingsbilde med tittelen.',
    captions:
      'En egen film mangler undertekster. Last dem opp som VTT eller SRT under «Filer», og velg dem i filmen – med mindre det ikke blir sagt noe i den.',
    fileGone:
      'En film, en lyd eller et dokument i saken er slettet. Ta det ut, eller velg et annet.',
    pictureGone: 'Et bilde i saken er slettet. Ta det ut, eller velg et annet.',
    alt: 'Et bilde mangler alternativ tekst. Skriv hva det viser.',
    credit: 'Et bilde mangler fotograf.',
    rightsEnded:
      'Rettighetene til et bilde er gått ut, og leserne ser det ikke. Bytt bildet, eller forleng rettighetene.',
    rightsEnding: (day: string) =>
      `Rettighetene til et bilde går ut ${day}. Da tas det av nettstedet. Finn et annet i tide.`,
    useNumber: (number: number) => `Bruk ${number}`,
    numberMissing: (next: number) => `Saken har ikke nummer i serien. Neste ledige er ${next}.`,
    numberTaken: (number: number, title: string) =>
      `Nummer ${number} i serien er brukt av «${title}». Velg et annet nummer.`,
    numberDrafted: (number: number, title: string) =>
      `Utkastet «${title}» har også nummer ${number}.`,
    numberGap: (number: number, next: number) =>
      `Nummer ${number} hopper over: Neste ledige er ${next}.`,
    interviewees: 'Intervjuet sier ikke hvem som er intervjuet.',
    /** `on`: the words of the link; none when a box leads there. */
    linkGone: (on: string | undefined) =>
      on === undefined
        ? 'En boks «Lenke til sak» går til en sak som er slettet. Fjern den, eller velg en annen.'
        : `Lenken «${on}» går til en sak som er slettet. Fjern den, eller velg en annen.`,
    linkToDraft: (title: string, on: string | undefined) =>
      on === undefined
        ? `En boks går til «${title}», som ikke er ute. Leserne ser den ikke før saken er det.`
        : `Lenken «${on}» går til «${title}», som ikke er ute. Leserne ser ingen lenke før den er det.`,
    linkDead: (on: string, address: string) =>
      `Lenken «${on}» går til ${address}, der det ikke er noe.`,
    headings: (heading: string) =>
      `Mellomtittelen «${heading}» hopper over et nivå. Bruk nivåene i rekkefølge.`,
    disclosure: (names: readonly string[]) =>
      `${names.join(', ')} er nevnt, og vi har en interesse der. Åpenhetsmerknaden legges til når saken publiseres.`,
    addDisclosure: 'Legg til nå',
    correction:
      'Tall eller mye tekst er endret siden saken ble publisert. Var noe feil, så skriv en rettelse.',
  },
  masthead: {
    heading: 'Hvem står bak publikasjonen?',
    why: 'Leserne har krav på å vite hvem som eier det de leser, og hvem som svarer for det (medieansvarsloven §§ 4–5). Det spørres bare denne gangen, og står nederst på alle sider.',
    owner: 'Eier',
    responsibleEditor: 'Ansvarlig redaktør',
    help: 'Alt om publikasjonen kan endres senere under «Publikasjonen».',
    confirm: 'Lagre',
    underway: 'Lagrer …',
    empty: 'Skriv både navnet på eieren og på den ansvarlige redaktøren.',
    failed: 'Det ble ikke lagret. Se at du er på nett, og prøv igjen.',
  },
  correct: {
    action: 'Rett saken',
    help: 'Skriv hva som var feil, og hva som er riktig. Publiser etterpå.',
  },
  request: {
    ask: 'Send til redaktør',
    asked: 'Saken ligger hos redaktøren.',
    takeBack: 'Trekk tilbake',
    isOut:
      'Saken er publisert, og da er det redaktørene som endrer den. Skriv til en av dem om hva som bør rettes.',
  },
} as const;
