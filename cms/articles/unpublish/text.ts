/** The Norwegian words of this folder. */
export const text = {
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
  reasonLong: (most: number) => `Kort ned begrunnelsen til høyst ${most} tegn.`,
  targetWrong: 'Skriv en adresse som begynner med / eller https://, eller la feltet stå tomt.',
  failed: 'Saken ble ikke tatt av nett. Last siden på nytt og prøv igjen.',
} as const;
