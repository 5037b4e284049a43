/** The Norwegian words of this folder. */
export const text = {
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
} as const;
