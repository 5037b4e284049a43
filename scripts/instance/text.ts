/** What keeps an instance from starting, and what it builds first. */
export const text = {
  stopped: (service: string, why: string, seconds: number) =>
    `${service} stoppet (${why}). Starter igjen om ${seconds} s.`,
  wrongSettings: 'Noen innstillinger er feil (.env.example forklarer alle):',
  keyMissing: 'RESEND_BASE_URL er satt, men RESEND_API_KEY mangler. Sett begge eller ingen.',
  noTarget: 'BACKUP_EVERY er satt, men BACKUP_TO mangler: si hvor kopiene skal legges.',
  data: {
    noFolder: (folder: string) =>
      `Kan ikke lage datamappen ${folder}. Sjekk DATA_DIR og rettighetene.`,
    noRoom: (folder: string) =>
      `Det er for lite plass på disken for ${folder}: under 200 MB ledig. Rydd plass og start igjen.`,
    damaged: (file: string) =>
      `${file} er ødelagt. Hent den fra en sikkerhetskopi; den kan ikke lages på nytt.`,
    noSecret: (file: string) =>
      `${file} er fra en sikkerhetskopi uten PAYLOAD_SECRET, som var satt i miljøet. Sett den til det den var: ` +
      `lenkene i brev som er sendt, henger på den. Er den tapt, slett ${file}, så lages en ny.`,
    taken: (folder: string, holder: number) =>
      `Kundefront kjører alt med datamappen ${folder} (prosess ${holder}). Stopp den, eller velg en annen DATA_DIR.`,
  },
  database: {
    notWritable: (folder: string) =>
      `Kan ikke lagre databasen i ${folder}. Lag mappen, sjekk rettighetene, eller rett DATABASE_URL.`,
    newer:
      'Databasen er fra en nyere versjon av Kundefront enn denne. Start den versjonen, ' +
      'eller legg tilbake en kopi fra før oppgraderingen (npm run restore -- FIL).',
    silent: (url: string) =>
      `Får ikke kontakt med MongoDB på ${url}. Sjekk at den er i gang, og at DATABASE_URL stemmer.`,
  },
  ports: {
    taken: (port: number, instead: string) =>
      `Port ${port} er opptatt av et annet program. Stopp det, eller velg en annen port, for eksempel: ${instead} npm start`,
    same: (variables: string) => `To tjenester har fått samme port. Gi ${variables} hver sin.`,
    refused: (port: number, { host, why }: { host: string; why: string | undefined }) =>
      `Kan ikke åpne port ${port} på ${host} (${why ?? 'ukjent feil'}). Sjekk HOST og porten.`,
  },
  services: {
    mail: 'E-post',
    site: 'Nettsted',
    roles: { all: 'CMS', cms: 'CMS', worker: 'Arbeider', site: 'Nettsted' },
  },
  role: {
    sqlite: (role: string) =>
      `ROLE=${role} er for flere maskiner, og databasen er SQLite, som er for én. Sett DATABASE_URL til MongoDB som replikasett, eller fjern ROLE.`,
    noReplicaSet: (role: string) =>
      `ROLE=${role} trenger MongoDB som replikasett. Legg til ?replicaSet=NAVN i DATABASE_URL (eller bruk mongodb+srv://).`,
    noSecrets: (role: string) =>
      role === 'site'
        ? 'ROLE=site trenger PUBLISH_TOKEN, den samme som på de andre maskinene.'
        : `ROLE=${role} trenger PAYLOAD_SECRET og PUBLISH_TOKEN, de samme på alle maskiner.`,
    noMail: (role: string) =>
      `ROLE=${role} trenger RESEND_API_KEY: den lokale postkassen er for én maskin.`,
  },
  build: {
    rooms: { site: 'nettstedet', cms: 'redaksjonen' },
    begins: (name: string) => `Bygger ${name} …`,
    done: (name: string, seconds: number) => `Bygget ${name} på ${seconds} s`,
    failed: (name: string, output: string) => `Kunne ikke bygge ${name}:\n${output}`,
    waiting: 'Venter på at en annen oppstart bygger ferdig …',
  },
};
