import { formatMinute } from '../shared/format-times.ts';

/** What `/api/health` tells the operator, and the desk its editors. */
export const text = {
  title: 'Noe virker ikke',
  noDatabase: 'Databasen svarer ikke, eller kan ikke lagre.',
  noDisk: 'Datamappen kan ikke leses.',
  noRoom: 'Det er under 200 MB ledig på disken. Rydd plass.',
  noPublisher:
    'Publisisten svarer ikke: det som publiseres nå, kommer ikke ut før den er i gang igjen.',
  publisherFails: (why: string) =>
    `Publisisten får ikke gjort jobben sin: ${why}. Det som publiseres nå, kommer ikke ut før det er rettet.`,
  targetFails: (place: string, why: string) =>
    `Nettstedet kommer ikke over i ${place}: ${why}. Det som publiseres nå, er ikke ute der før det er rettet; overføringen prøver igjen av seg selv.`,
  pagesFail: (count: number) =>
    count === 1
      ? 'En side eller et delingsbilde kunne ikke lages. Publisisten prøver igjen; hvorfor står i loggen.'
      : `${count} sider eller delingsbilder kunne ikke lages. Publisisten prøver igjen; hvorfor står i loggen.`,
  noWebhookSecret:
    'RESEND_WEBHOOK_SECRET er ikke satt: returer og klager fra e-posttjenesten blir ikke hørt.',
  mailRefused: (why: string) => `E-posttjenesten tar ikke imot brev: ${why}.`,
  mailPaused: (subject: string, why: string) => `Utsendingen «${subject}» står på pause: ${why}.`,
  plansOverdue: (count: number) =>
    count === 1
      ? 'En planlagt publisering er over tiden og ikke gjort.'
      : `${count} planlagte publiseringer er over tiden og ikke gjort.`,
  plansFailed: (count: number) =>
    count === 1
      ? 'En plan gikk ikke og venter på et svar.'
      : `${count} planer gikk ikke og venter på et svar.`,
  noStore: (store: string) =>
    `Bildelageret (${store}) svarer ikke. Nye bilder og filer kan ikke lastes opp før det svarer.`,
  noBackupTarget: 'Mappen for sikkerhetskopier (BACKUP_TO) kan ikke leses.',
  noBackup: 'Ingen sikkerhetskopi er tatt ennå.',
  oldBackup: (at: Date) =>
    `Den siste gode sikkerhetskopien er fra ${formatMinute(at.toISOString(), new Date())}.`,
  failedBackup: (at: Date, why: string) =>
    `Sikkerhetskopien gikk ikke (${formatMinute(at.toISOString(), new Date())}): ${/[.!?…]$/.test(why) ? why : `${why}.`} Den prøves igjen av seg selv innen ti minutter. Rett det meldingen sier; alt den skrev, står i loggen.`,
  asksPerson: (count: number) =>
    count === 1 ? 'En utsending venter på et svar.' : `${count} utsendinger venter på et svar.`,
  uncertain: (count: number) =>
    `Det er uvisst om ${count} brev kom frem. De sendes ikke på nytt av seg selv.`,
  confirmationsQueued: (count: number) =>
    `Grensen for bekreftelser ved påmelding er nådd, og ${String(count)} venter. De går av seg selv.`,
  noMail: 'Ingen e-post forlater maskinen: RESEND_API_KEY er ikke satt.',
};
