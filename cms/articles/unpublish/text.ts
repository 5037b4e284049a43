/** The Norwegian words of this folder. */
export const text = {
  action: 'Ta av nett',
  underway: 'Tar av nett …',
  heading: 'Ta saken av nett',
  explanation:
    'Saken forsvinner fra nettstedet, listene, strømmene og søket. Den blir liggende som utkast her.',
  plansGo: (plans: string) => `Det som er planlagt, faller bort: ${plans}.`,
  reason: 'Hvorfor? (står i loggen)',
  to: 'Send leserne videre til',
  toHelp:
    'Adressen til en annen sak eller side, for eksempel /saker/ny-sak/. Står feltet tomt, svarer adressen at saken er trukket (410).',
  reasonMissing: 'Skriv hvorfor saken tas av nett. Begrunnelsen står i loggen.',
  reasonLong: (most: number) => `Kort ned begrunnelsen til høyst ${most} tegn.`,
  targetGone:
    'Det er ingen side på den adressen. Velg en som er ute, eller la feltet stå tomt: da svarer adressen at saken er tatt av nett.',
  targetWrong: 'Skriv en adresse som begynner med / eller https://, eller la feltet stå tomt.',
  failed: 'Saken ble ikke tatt av nett. Prøv igjen.',
  bulk: {
    publish: (count: number) => `Publiser ${String(count)} …`,
    unpublish: (count: number) => `Ta ${String(count)} av nett …`,
    delete: (count: number) => `Slett ${String(count)} …`,
    deleteHeading: (count: number) =>
      count === 1 ? 'Slett saken' : `Slett ${String(count)} saker`,
    deleteConfirm: 'Slett for godt',
    deleting: 'Sletter …',
    deleteExplanation:
      'Saker som er ute, tas av nett først, og adressene svarer at de er tatt av nett (410). Slettede saker kan bare hentes tilbake fra en sikkerhetskopi.',
    notDeleted: 'Saken ble ikke slettet. Prøv igjen.',
    publishHeading: 'Publiser flere saker',
    publishReady: (count: number) =>
      count === 1 ? 'Publiser 1 sak' : `Publiser ${String(count)} saker`,
    publishing: 'Publiserer …',
    looking: 'Ser over sakene …',
    published: (count: number, mailed: number) =>
      [
        count === 1
          ? '1 sak er publisert, og er ute om et øyeblikk.'
          : `${String(count)} saker er publisert, og er ute om et øyeblikk.`,
        mailed === 0
          ? ''
          : mailed === 1
            ? count === 1
              ? 'Brevet går når siden er ute.'
              : 'Brevet om 1 av dem går når siden er ute.'
            : `Brevene om ${String(mailed)} av dem går når sidene er ute.`,
      ]
        .filter(Boolean)
        .join(' '),
    takenOff: (count: number) =>
      count === 1 ? '1 sak er tatt av nett.' : `${String(count)} saker er tatt av nett.`,
    deleted: (count: number) =>
      count === 1 ? '1 sak er slettet.' : `${String(count)} saker er slettet.`,
    wait: 'Vent til sakene er sett over.',
    noneReady: 'Ingen av sakene kan publiseres ennå.',
    stopped: 'kan ikke publiseres ennå:',
    mailed: (count: number) =>
      count === 1
        ? 'publiseres, og sendes til 1 abonnent.'
        : `publiseres, og sendes til ${String(count)} abonnenter.`,
    mailedBefore: 'publiseres. Brevet er sendt før, og sendes ikke igjen.',
    notMailed: 'publiseres uten e-post.',
    unknown: 'Sjekklisten kan ikke hentes nå.',
    untitled: 'Uten tittel',
    unpublishHeading: (count: number) =>
      count === 1 ? 'Ta saken av nett' : `Ta ${String(count)} saker av nett`,
    explanation:
      'Adressene svarer at sakene er tatt av nett (410), og det som er planlagt for dem, faller bort. Skal leserne sendes et annet sted, ta dem av nett én for én.',
    failed: 'Den ble ikke publisert. Prøv igjen.',
  },
} as const;
