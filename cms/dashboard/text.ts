/** The Norwegian words of this folder. */
export const text = {
  needs: 'Trenger en person',
  calm: 'Ingenting venter. Alt som skal ut, går av seg selv.',
  missed: (title: string) => `«${title}» skulle vært publisert`,
  missedWhy: 'Systemet prøver igjen av seg selv innen et minutt.',
  stuck: (title: string) => `«${title}» er ikke på nettstedet`,
  mailing: (subject: string) =>
    subject === '' ? 'En utsendelse står stille' : `Utsendelsen «${subject}» står stille`,
  rightsEnding: (alt: string, day: string) => `Rettighetene til «${alt}» går ut ${day}`,
  rightsEndingWhy:
    'Da tas bildet av nettstedet av seg selv. Finn et annet, eller forleng rettighetene.',
  rightsOver: (alt: string) => `«${alt}» er tatt av nettstedet`,
  rightsOverWhy: 'Rettighetene til bildet er gått ut. Sakene står uten det.',
  account: (who: string) => `${who} slipper ikke inn`,
  accountWhy:
    'Kontoen ble endret eller fjernet etter sikkerhetskopien som er lagt tilbake. Gi den et nytt passord, eller slett den.',
  queued: 'Grensen for bekreftelser ved påmelding er nådd',
  queuedWhy: (count: number) =>
    `${count === 1 ? '1 påmelding står' : `${String(count)} påmeldinger står`} i kø. E-posten går av seg selv; grensene kan endres her.`,
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
  held: 'holdes til noen slipper den',
  changed: 'endret siden; det som ble godkjent, går ut',
  usesChanged: (things: readonly string[]) =>
    `${things.join(', ')} er endret siden planen ble godkjent: se over saken, og godkjenn på nytt`,
  seen: (isSeen: boolean) => (isSeen ? 'sett på nettstedet' : 'på vei ut'),
  nothingPlanned: 'Ingenting er planlagt.',
  published: 'Publisert siste uke',
  nothingPublished: 'Ingen saker siste uke.',
  backup: (time: string) => `Siste sikkerhetskopi: ${time}`,
  untitled: 'Uten tittel',
} as const;
