/** What editors read of the delivery feed and its receipts. */
export const text = {
  receipts: { singular: 'Kvittering', plural: 'Kvitteringer' },
  tombstones: { singular: 'Gravstein', plural: 'Gravsteiner' },

  panel: {
    dismissPlan: 'Legg bort planen',
    title: 'På nettstedet',
    loading: 'Henter kvitteringen …',
    unavailable: 'Kvitteringen kunne ikke hentes. Last siden på nytt, eller logg inn igjen.',
    neverPublished: 'Ikke publisert ennå.',
    plan: { publish: 'Publiseres', unpublish: 'Tas av nett' },
    held: 'Holdes: publiseres når noen slipper den.',
    planned: (what: string, when: string) => `${what} av seg selv ${when}.`,
    waitingChange:
      'Det er det som ble godkjent da saken ble planlagt, som går ut. Endringene etterpå venter som utkast. «Godkjenn endringen» tar dem med.',
    changedUses: (things: readonly string[]) =>
      `Etter at planen ble godkjent, er dette endret: ${things.join(', ')}. Det går ut slik det er nå. Se over saken, og godkjenn den på nytt.`,
    approve: 'Godkjenn endringen',
    approved: 'Godkjent. Planen tar med det som er lagret nå.',
    notApproved: 'Det gikk ikke. Prøv igjen om litt.',
    waiting: 'På vei ut …',
    leaving: 'Tas av nett …',
    out: (duration: string) => `Ute på ${duration}`,
    gone: (duration: string) => `Tatt av nett på ${duration}, svarer 410.`,
    open: 'Åpne saken på nettstedet',
    pending: 'venter',
    unknown: 'ikke meldt',
  },

  steps: {
    saved: 'Lagret',
    pulled: 'Hentet',
    rendered: 'Laget',
    verified: 'Sett på nettstedet',
    lists: 'I lister',
    feeds: 'I strømmer',
    search: 'I søk',
  },
  removalSteps: {
    saved: 'Lagret',
    pulled: 'Hentet',
    rendered: 'Fjernet',
    verified: 'Borte fra nettstedet',
    lists: 'Ute av lister',
    feeds: 'Ute av strømmer',
    search: 'Ute av søk',
  },

  problems: {
    unreachable:
      'Siden svarer ikke. Systemet prøver igjen av seg selv. Varer det mer enn noen minutter, må den som drifter nettstedet se om det er oppe.',
    publisherSilent:
      'Tjenesten som lager nettstedet svarer ikke. Systemet prøver igjen av seg selv. Varer det mer enn noen minutter, må den som drifter nettstedet starte den på nytt.',
    missing: (status: number) =>
      `Saken er ikke på nettstedet (det svarer ${status}). Systemet prøver igjen av seg selv. Lagre saken på nytt hvis den ikke kommer i løpet av noen minutter.`,
    outdated:
      'Nettstedet viser en eldre utgave av saken. Systemet prøver igjen av seg selv. Lagre saken på nytt hvis den ikke endrer seg i løpet av noen minutter.',
    wrongAddress:
      'Siden oppgir en annen adresse enn sin egen. Den som drifter nettstedet, må se om SITE_URL er satt riktig både her og der.',
    stillThere:
      'Saken er tatt av nett, men adressen viser den fortsatt. Systemet prøver igjen av seg selv. Varer det mer enn noen minutter, må den som drifter nettstedet se på det.',
    planFailed: (due: string, why: string) =>
      `Den planlagte publiseringen ${due} gikk ikke.${why === '' ? '' : ` ${why.replace(/\.?$/, '.')}`} Rett det opp, og planlegg på nytt eller publiser nå.`,
    planRetried: (next: string) => `Hvis det var noe forbigående, prøves det igjen ${next}.`,
    unpublishable: (what: string) =>
      `Nettstedet kan ikke vise saken slik den er: «${what}» kan ikke brukes. Endre eller fjern det, og publiser på nytt.`,
  },
} as const;
