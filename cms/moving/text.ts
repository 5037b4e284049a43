import type { UnreadableKind } from './archive.ts';
import type { Counted, Warning } from './load/report.ts';
import type { Plan } from './plan.ts';

const systems = {
  wordpress: 'WordPress',
  ghost: 'Ghost',
  substack: 'Substack',
  medium: 'Medium',
  squarespace: 'Squarespace',
  markdown: 'Markdown',
  kundefront: 'Kundefront',
} as const;

const kinds = { news: 'nyhet', interview: 'intervju', post: 'blogginnlegg' } as const;

/** What moving in says. */
export const text = {
  systems,
  found: (system: string, name: string, origin: string | null, posts: number) =>
    `${system}${name === '' ? '' : `: ${name}`}${origin === null ? '' : ` (${origin})`}, ${posts} innlegg og sider`,
  target: (target: Plan['categories'][string]) => {
    if (target === 'drop') return '(ingenting)';
    if (target === 'series') return 'serien';
    if ('kind' in target) return kinds[target.kind];
    return 'tema' in target ? `tema «${target.tema}»` : `stikkord «${target.tag}»`;
  },
  series: (name: string) => `serien «${name}»`,
  noByline: '(ingen byline)',
  wouldBe: 'Dette ville skje (ingenting er skrevet):',
  was: 'Dette er gjort:',
  andMore: (count: number) => `… og ${count} til`,
  command: {
    usage:
      'Bruk: npm run import -- STI… [--dry-run] [--map FIL] [--media STI] [--fetch-media] [--check LISTE]',
    noPath: (path: string) => `Finner ikke ${path}.`,
    badMap: (file: string, problem: string) => `${file} kan ikke brukes: ${problem}`,
    refused: (status: number) => `Redaksjonen svarte ${status}. Er PUBLISH_TOKEN den samme?`,
    failed: (problem: string) =>
      `Importen stanset: ${problem}. Kjør den på nytt: det som er gjort, blir ikke gjort igjen.`,
    whole: (file: string) => `Alt som er nevnt over, uten forkortelser: ${file}`,
    nothing:
      'Fant ikke noe arkiv som vi kjenner: WordPress (WXR), Ghost, Substack, Medium, Squarespace eller Markdown.',
    progress: (done: number, total?: number) =>
      total === undefined || total === 0 ? `  ${done}` : `  ${done} av ${total}`,
  },
  check: {
    unreadable: 'ikke en adresse',
    silent: 'nettstedet svarte ikke – kjører det?',
    answers: { 200: '200 finnes', 404: '404 finnes ikke', 410: '410 trukket tilbake' },
    moved: (status: number) => `${String(status)} fører til en side som finnes`,
    movedNowhere: (status: number, end: number) =>
      `ender på ${String(end)} (${String(status)} dit)`,
  },
  out: {
    usage: 'Bruk: npm run export -- MAPPE [--with-people]',
    notEmpty: (folder: string, name: string) =>
      `${folder} inneholder «${name}», som ikke hører til en eksport. Velg en tom mappe.`,
    done: (folder: string) => `Ferdig: ${folder}`,
    failed: (problem: string) => `Eksporten stanset: ${problem}`,
    missing: 'Mangler i eksporten (filer som ikke finnes, eller utkast som bare står i JSON):',
    counts: {
      media: 'bilder',
      categories: 'temaer',
      series: 'serier',
      organisations: 'virksomheter',
      authors: 'skribenter',
      articles: 'saker',
      redirects: 'videresendinger',
      tombstones: 'slettede',
      files: 'filmer, lyder og dokumenter',
      stored: 'bildefiler og andre filer',
      people: 'linjer om personer',
    },
    readme: (withPeople: boolean) => `# Eksport fra Kundefront

| hvor | hva |
|---|---|
| \`articles/*.md\` | hver sak som Markdown med opplysninger i YAML øverst; lenker til bilder i \`media/\` |
| \`media/\` | bildene slik de er, og utsnittene av dem |
| \`data/*.jsonl\` | alt, uten tap: en rad per linje, i JSON. \`articles\` er det som er lagret som ute, \`drafts\` nyere utkast |
| \`data/publication.json\`, \`data/front-page.json\` | hvem som gir ut, og hva som er valgt til forsiden |
| \`redirects.csv\`, \`_redirects\`, \`redirects.conf\` | gamle adresser: som tabell, for Netlify og liknende, og for nginx |
${withPeople ? '| `people/` | abonnenter med samtykke, brukere uten passord, utsendinger og logg. Personopplysninger: bare eieren av filene kan lese dem |\n' : ''}
\`npm run import -- MAPPE\` i en tom Kundefront gir det samme nettstedet. \`wordpress.xml\` og \`ghost.json\` leses av WordPress og Ghost; de er prøvd mot våre egne lesere, ikke i de systemene.
`,
  },
  notes: 'Noter',
  backToText: 'Tilbake til teksten',
  untitled: 'Uten tittel',
  untitledSlug: 'uten-tittel',
  altOf: (title: string) => `Bilde til saken «${title}»`,
  creditUnknown: 'Ukjent',
  unknownColumns: (columns: string) =>
    `kolonnene kjennes ikke igjen: ${columns}. Hent filen inn under «Abonnenter», der du kan velge hvilken som er hva`,
  line: (line: number, email: string, why: string) => `linje ${String(line)}, ${email}: ${why}`,
  noMasthead:
    'Ingen saker blir publisert før utgiver og ansvarlig redaktør er satt under «Utgivelsen». Sakene kommer inn som utkast; kjør importen en gang til når de er satt.',
  unreadable: {
    xml: 'ikke gyldig XML her; resten er lest',
    json: 'er ikke gyldig JSON, eller mangler det et innlegg må ha',
    front: 'opplysningene øverst kan ikke leses; teksten er tatt inn',
    html: 'teksten mangler eller kan ikke leses',
    zip: 'filen i zip-arkivet er hoppet over',
    date: 'datoen kan ikke leses',
    unknownFile: 'ikke et arkiv som vi kjenner',
    tooLarge: 'teksten er for lang og er kuttet',
  } satisfies Record<UnreadableKind, string>,
  counts: {
    made: 'nye saker',
    changed: 'saker endret der, og oppdatert her',
    same: 'saker som er like',
    editedHere: 'saker som er endret her, og ikke rørt',
    deletedHere: 'saker som er slettet her, og ikke kommer tilbake',
    failed: 'saker som ikke kom inn',
    published: 'publisert',
    drafts: 'utkast',
    pages: 'sider (ikke tatt inn)',
    pictures: 'bilder',
    files: 'filmer, lyder og dokumenter',
    people: 'nye skribenter',
    temas: 'nye temaer',
    organisations: 'nye virksomheter',
    series: 'nye serier',
    redirects: 'gamle adresser som fører videre',
    gone: 'gamle adresser som svarer at siden er borte (410)',
    comments: 'kommentarer (blir i eksporten)',
    subscribers: 'nye aktive abonnenter',
    departed: 'nye avmeldte, sperrede og ubekreftede',
  } satisfies Record<Counted, string>,
  warnings: {
    failed: 'Kom ikke inn',
    unreadable: 'Kunne ikke leses',
    leftover: 'Koder som ingen kjenner – tatt ut av teksten',
    pictureMissing:
      'Bilder som ikke lå ved – legg mappen med bildene ved siden av (--media, --fetch-media), og kjør på nytt',
    pictureRefused: 'Bilder som ikke kan brukes',
    fileRefused: 'Filmer, lyder og dokumenter som ikke kan brukes',
    altMissing: 'Bilder uten beskrivelse – har fått en foreløpig',
    creditMissing: 'Bilder uten kreditering – står som «Ukjent»',
    leadMissing: 'Uten ingress og tekst – tittelen står som ingress',
    titleMissing: 'Uten tittel',
    dateMissing: 'Uten dato – kommer inn som utkast',
    scheduled: 'Var planlagt – kommer inn som utkast',
    private: 'Var private – kommer inn som utkast',
    protected: 'Var bak passord eller betaling – kommer inn som utkast',
    page: 'Sider – lag dem under «Sider» for hånd',
    form: 'Skjemaer – tatt ut',
    embed: 'Innfelt innhold uten adresse – tatt ut',
    struck: 'Overstrøket tekst – tatt ut',
    comment: 'Merknader fra Word – tatt ut',
    film: 'Film, lyd og innfelt innhold – er blitt en boks med lenke; legg til stillbilde',
    searchText: 'Egen tekst for søkemotorer – ikke tatt med; her brukes tittel og ingress',
    deadLink: 'Lenker til det gamle nettstedet som ikke fører noe sted',
    questions:
      'Ligner intervjuer – spørsmål og svar kan bli bokser (et kryss på skjermen, «questions: true» i --map)',
    ownership:
      'Sa til slutt hvem som eier publikasjonen – står nå på virksomheten og vises av seg selv; se over den',
    factBox: '«Hva er …?» til slutt er blitt en faktaboks – velg virksomheten i den',
    editedHere: 'Endret både der og her – det som står her, er beholdt',
    deletedHere: 'Slettet her – ikke hentet tilbake',
    redirectRefused: 'Gamle adresser som ikke kan sendes videre',
    subscriberRefused: 'Abonnenter som ikke kom inn',
    noMasthead: 'Ikke publisert',
    takenOff: 'Er utkast i det nye arkivet – tatt av nett her',
    otherType: 'Innlegg av egne typer – kommer inn som saker; typen står blant kategoriene over',
    pictureDiffers:
      'Samme bilde med ulik beskrivelse eller kreditering – den første står på bildet',
  } satisfies Record<Warning, string>,
};
