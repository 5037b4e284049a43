/** What `npm run drill` says. */
export const text = {
  begins:
    'Øvelse: systemet gjenopprettes i mapper og databaser som øvelsen lager selv, ødelegges der, og gjenopprettes igjen. Det som er i drift, røres ikke, og ingen brev forlater maskinen.',
  notFound: (file: string) => `Fant ikke ${file}.`,
  making: 'Ingen sikkerhetskopi er valgt (BACKUP_TO), så øvelsen tar en først …',
  restoring: (file: string) => `Gjenoppretter ${file} …`,
  starting: 'Starter det gjenopprettede systemet …',
  checking: 'Leser nettstedet som en leser …',
  backingUp: 'Tar en kopi av det, mens det er i gang …',
  destroying: 'Dreper alle prosessene (kill -9) og sletter disken …',
  again: 'Gjenoppretter på en tom maskin …',
  steps: {
    archive: 'Kopien som ble brukt',
    age: 'Alderen på den (det som ville gått tapt)',
    restore: 'Gjenopprettet',
    start: 'Startet, med alle sidene ute',
    rows: 'Rader i databasen',
    articles: 'Publiserte saker på nettstedet',
    links: 'Sider og bilder som svarer',
    search: 'Søket',
    mail: 'Brev sendt av det gjenopprettede systemet',
    backup: 'Kopi av systemet i drift',
    total: 'Fra tom maskin til alt ute (RTO)',
    same: 'Nettstedet etterpå, byte for byte',
  },
  seconds: (ms: number) => `${(ms / 1000).toFixed(1)} s`,
  minutes: (ms: number) => {
    const minutes = Math.round(ms / 60_000);
    return minutes < 120 ? `${String(minutes)} min` : `${String(Math.round(minutes / 60))} timer`;
  },
  ofAll: (right: number, all: number) => `${String(right)} av ${String(all)}`,
  counted: (count: number) => String(count),
  rows: (count: number) => `${String(count)} i alle tabeller, som kopien sier`,
  there: 'finner noe',
  missing: 'finnes ikke',
  alike: 'likt',
  different: (names: readonly string[]) =>
    `ulikt i ${String(names.length)} filer: ${names.slice(0, 5).join(', ')}`,
  good: 'Øvelsen gikk bra.',
  bad: 'Øvelsen gikk ikke bra. Linjene merket med ✗ må rettes før dette skjer på ordentlig.',
} as const;
