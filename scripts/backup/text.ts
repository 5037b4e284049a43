/** What `npm run backup` and `npm run restore` say. */
export const text = {
  backup: {
    usage: 'Si hvor: npm run backup -- sikkerhetskopi.tgz',
    database: 'Tar kopi av databasen …',
    data: 'Pakker bilder og innstillinger …',
    done: (file: string, size: number) =>
      `Ferdig: ${file} (${(size / 1e6).toFixed(1)} MB). Filen inneholder e-postadresser og nøkler: oppbevar den trygt.`,
    noDatabase: (file: string) => `Fant ingen database i ${file}. Er DATA_DIR riktig?`,
    beforeUpgrade: 'Ny versjon: tar en sikkerhetskopi før databasen endres …',
    keptBeforeUpgrade: (file: string) =>
      `Alt som var der før, ligger i ${file}. Veien tilbake: den forrige versjonen, og npm run restore -- ${file}`,
    noName: 'DATABASE_URL mangler navnet på databasen.',
  },
  restore: {
    usage: 'Si hvilken fil: npm run restore -- sikkerhetskopi.tgz',
    notFound: (file: string) => `Fant ikke ${file}.`,
    foreign: (file: string) => `${file} er ikke en sikkerhetskopi fra Kundefront.`,
    damaged: (file: string) =>
      `${file} er ødelagt eller ikke en sikkerhetskopi. Ingenting er endret. Prøv en annen kopi.`,
    damagedDatabase: 'Databasen i kopien er ødelagt. Ingenting er endret. Prøv en annen kopi.',
    newer:
      'Kopien er laget av en nyere versjon av Kundefront. Ingenting er endret. Oppgrader, og prøv igjen.',
    otherKind:
      'Kopien er fra en annen slags database enn DATABASE_URL. Velg samme slag og prøv igjen.',
    interrupted: (file: string) =>
      'En gjenoppretting ble avbrutt før den var ferdig, så dataene henger ikke sammen. ' +
      `Kjør den på nytt: npm run restore -- ${file}`,
    done: (file: string) => `Gjenopprettet fra ${file}.`,
    moment: (time: string) => `Kopien er fra ${time}: det som skjedde etter, er ikke med.`,
    keptData: (folder: string) => `Bilder og nøkler som lå der før: ${folder}`,
    keptDatabase: (where: string) => `Databasen som lå der før: ${where}`,
    next: 'Start med: npm start',
  },
};
