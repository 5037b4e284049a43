/** The words of saving an article: what several people, tabs and plans do to it. In bokmål. */
export const savingText = {
  stale: (clock: string) =>
    `Saken ble lagret et annet sted kl. ${clock}, etter at du åpnet den her. Endringene settes sammen. Se over teksten, og prøv igjen.`,
  busy: 'Saken lagres et annet sted akkurat nå. Det du har skrevet, står her. Prøv igjen om litt.',
  merging: {
    here: (names: readonly string[]) =>
      names.length === 1
        ? `${names.join()} er også i saken nå.`
        : `${names.slice(0, -1).join(', ')} og ${names.at(-1) ?? ''} er også i saken nå.`,
    twice: 'Du har saken åpen i en fane til.',
    news: (by: string | null, fields: readonly string[]) =>
      `${by ?? 'Noen'} har endret ${fields.map((name) => `«${name}»`).join(', ')}. Det står her nå.`,
    title: 'Dere har endret det samme',
    titleOfTwoTabs: 'Du har endret det samme i to faner',
    lead: (by: string | null) =>
      `Det du har skrevet her, og det ${by ?? 'noen'} har lagret, er ikke likt. Velg hva som skal stå. Så lagres det, og alt annet settes sammen av seg selv.`,
    leadOfTwoTabs:
      'Det du har skrevet her, og det du har lagret i den andre fanen, er ikke likt. Velg hva som skal stå. Så lagres det, og alt annet settes sammen av seg selv.',
    help: 'Det som velges bort, blir liggende som en versjon og kan hentes frem igjen.',
    mine: 'Ditt',
    theirs: (by: string | null) => (by === null ? 'Det som er lagret' : `Lagret av ${by}`),
    mineHere: 'I denne fanen',
    theirsOfTwoTabs: 'I den andre fanen',
    keepMine: 'Behold mitt',
    takeTheirs: 'Bruk det andre',
    keepBoth: 'Behold begge',
    copy: 'Kopier min tekst',
    copied: 'Teksten din er kopiert.',
    byHand: 'Merk teksten i ruten og kopier den:',
    look: 'Se det som er lagret',
    nothing: 'Ingenting',
    yes: 'Ja',
    no: 'Nei',
  },
  plannedPicture:
    'Bildet er brukt i en sak som er planlagt. Be en redaktør endre det, eller vent til saken er ute.',
} as const;
